import { within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

it('"Why can\'t I clone?" shows the checks for one mirror and copies a report without links', async () => {
  const { screen, user } = await renderApp('/repositories/41', { as: 'jcitizen' })
  await screen.findByText('Served by 3 of 4 mirrors')
  await user.click(screen.getByRole('button', { name: "Why can't I clone? Build farm" }))
  const dialog = within(await screen.findByRole('dialog', { name: "Why can't I clone?" }))
  expect(dialog.getAllByRole('listitem')).toHaveLength(12)
  expect(dialog.getByText('The project is mirrored: No')).toBeTruthy()
  expect(dialog.getByText(/^Most likely cause:/)).toBeTruthy()
  await user.click(dialog.getByRole('button', { name: 'Copy the report' }))
  const report = await navigator.clipboard.readText()
  expect(report).toContain('7. The project is mirrored: no.')
  expect(report).not.toMatch(/jwt|eyJ/i)
})
