import { within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderApp } from '#demo/testing/render-app.tsx'

/** Opens the palette on a page and types into it. */
const typedInto = async (text: string, options: Parameters<typeof renderApp>[1]) => {
  const world = await renderApp('/upstream', options)
  await world.screen.findByRole('heading', { level: 1, name: 'Upstream' })
  await world.user.keyboard('{Control>}k{/Control}')
  await world.user.type(await world.screen.findByRole('combobox', { name: 'Command' }), text)
  return world
}

describe('the command palette', { timeout: 40_000 }, () => {
  it.each([
    ['by its name, also on the last page of the list', 'Accra 15083', 'Accra 15083'],
    ['by its address', '//m15083.', 'Accra 15083'],
  ])('finds a pending request %s, and opens it', async (_how, text, name) => {
    const world = await typedInto(text, { seed: 'crowded' })
    const option = await world.screen.findByRole('option', { name }, { timeout: 20_000 })
    expect(
      within(world.screen.getByRole('group', { name: 'Mirroring requests' })).getAllByRole('option'),
    ).toEqual([option])
    await world.user.click(option)
    expect(await world.screen.findByRole('heading', { level: 1, name })).toBeTruthy()
  })

  it('finds no request for an account that may not read them, and says nothing of it', async () => {
    const world = await typedInto('Sydney', { as: 'jcitizen' })
    expect(await world.screen.findByText('No matches')).toBeTruthy()
    expect(world.screen.queryByRole('group', { name: 'Mirroring requests' })).toBeNull()
    expect(world.screen.queryByRole('alert')).toBeNull()
  })
})
