import { describe, expect, it } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

/** The first page of a file also loads its code, and so does the palette. */
const SLOW = { timeout: 20_000 }

const search = async (typed: string, options: Parameters<typeof renderApp>[1] = { seed: 'crowded' }) => {
  const world = await renderApp('/upstream', options)
  await world.screen.findByRole('heading', { level: 1, name: 'Upstream' }, SLOW)
  await world.user.keyboard('{Control>}k{/Control}')
  const field = await world.screen.findByRole('combobox', { name: 'Command' }, SLOW)
  await world.user.type(field, typed)
  return { ...world, field }
}

describe('a mirroring request in the palette', { timeout: 60_000 }, () => {
  it.each([
    ['the name of its mirror', 'accra 15083'],
    ['words of it in any order', '15083 Accra'],
    ['its host', 'm15083.mirrors'],
  ])('is found by %s among fifteen thousand, and opened', async (_by, typed) => {
    const { screen, user } = await search(typed)
    await user.click(await screen.findByRole('option', { name: /^Accra 15083\s*,\s*pending$/ }, SLOW))
    expect(await screen.findByRole('heading', { level: 1, name: 'Accra 15083' }, SLOW)).toBeTruthy()
  })

  it('is looked for in all of them before it is called missing', async () => {
    const { screen, traffic } = await search('no such mirror')
    await eventually(() => {
      expect(screen.queryByText('No matches')).toBeNull()
      expect(traffic.filter((line) => line.includes('/requests?'))).toHaveLength(17)
    }, SLOW)
  })

  it('is read no further for once enough of them were found', async () => {
    const { screen, traffic } = await search('accra')
    const found = () =>
      screen.getAllByRole('option', { name: /^Accra .*\s*,\s*(?:accepted|pending|rejected)$/ })
    await eventually(() => expect(found()).toHaveLength(8), SLOW)
    expect(traffic.filter((line) => line.includes('/requests?')).length).toBeLessThan(4)
  })

  it('is not there for those who may not read requests, and nothing complains', async () => {
    const { screen, traffic, user, field } = await search('sydney', { as: 'jcitizen' })
    expect(await screen.findByText('No matches', {}, SLOW)).toBeTruthy()
    await user.clear(field)
    await user.type(field, 'toronto')
    expect(await screen.findByText('No matches', {}, SLOW)).toBeTruthy()
    expect(screen.queryByText(/permitted/)).toBeNull()
    expect(traffic.filter((line) => line.includes('/requests?'))).toHaveLength(1)
  })
})
