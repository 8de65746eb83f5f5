import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

it('a dialog has a name, is not described by all that it holds, and is no second banner', async () => {
  const { user } = await renderApp('/requests')
  await user.click(await screen.findByRole('button', { name: 'Reject Sydney' }))
  expect(await screen.findByRole('dialog', { name: 'Reject Sydney?' })).toBeTruthy()
  expect(screen.getByRole('dialog').getAttribute('aria-describedby')).toBeNull()
  expect(screen.getByRole('dialog').querySelector('header')?.getAttribute('role')).toBe('none')
})
