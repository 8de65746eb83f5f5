import { within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { density } from '#app/browser/density.ts'
import { healthThresholds, setHealthThresholds } from '#app/domain/mirror/health-thresholds.ts'
import { DEFAULT_THRESHOLDS } from '#health/mirror-verdict.ts'
import { singleKeys } from '#app/browser/single-keys.ts'
import { renderApp } from '#demo/testing/render-app.tsx'

/** The first page of a file also loads its code, and so does the first dialog. */
const SLOW = { timeout: 5000 }

const opened = async (path = '/mirrors') => {
  const world = await renderApp(path)
  await world.screen.findByRole('link', { name: 'Requests' }, SLOW)
  return world
}

const palette = async (world: Awaited<ReturnType<typeof opened>>) => {
  await world.user.keyboard('{Control>}k{/Control}')
  return world.screen.findByRole('combobox', { name: 'Command' }, SLOW)
}

const selected = ({ screen }: Awaited<ReturnType<typeof opened>>) =>
  within(screen.getByRole('listbox', { name: 'Commands' })).getByRole('option', { selected: true })

describe('the command palette', { timeout: 20_000 }, () => {
  it('opens a page by keyboard alone', async () => {
    const world = await opened()
    const field = await palette(world)
    await world.user.type(field, 'prefer')
    expect(field.getAttribute('aria-activedescendant')).toBe(selected(world).id)
    await world.user.keyboard('{Enter}')
    await world.screen.findByRole('heading', { level: 1, name: 'Preferred mirror' }, SLOW)
    expect(world.screen.queryByRole('dialog')).toBeNull()
  })

  it('finds mirrors and repositories', async () => {
    const world = await opened()
    const field = await palette(world)
    await world.user.type(field, 'dubl')
    expect(await world.screen.findByRole('option', { name: /^Dublin ?,/ }, SLOW)).toBeTruthy()
    await world.user.clear(field)
    await world.user.type(field, 'ledger')
    await world.user.click(await world.screen.findByRole('option', { name: /^ledger.*PAY/ }, SLOW))
    await world.screen.findByRole('heading', { level: 1, name: 'ledger' }, SLOW)
  })

  it('runs what the page offers', async () => {
    const world = await opened('/requests')
    await world.screen.findByRole('button', { name: 'Reject Sydney' }, SLOW)
    await world.user.type(await palette(world), 'reject sydney')
    await world.user.keyboard('{Enter}')
    expect(await world.screen.findByRole('dialog', { name: 'Reject Sydney?' }, SLOW)).toBeTruthy()
  })

  it('goes round with the arrows and says when nothing fits', async () => {
    const world = await opened()
    const field = await palette(world)
    await world.user.keyboard('{ArrowUp}')
    expect(selected(world).textContent).toBe('Use dark colours')
    await world.user.keyboard('{ArrowDown}')
    expect(selected(world).textContent).toBe('Overview')
    await world.user.type(field, 'no such thing')
    expect(await world.screen.findByText('No matches', {}, SLOW)).toBeTruthy()
    expect(field.getAttribute('aria-expanded')).toBe('false')
  })
})

describe('single keys', { timeout: 20_000 }, () => {
  it('show the map and go to the search, and are text in a field', async () => {
    const world = await opened()
    const search = await world.screen.findByRole('searchbox', { name: 'Search' }, SLOW)
    await world.user.keyboard('/')
    expect(document.activeElement).toBe(search)
    await world.user.keyboard('?')
    expect(search).toHaveProperty('value', '?')
    search.blur()
    await world.user.keyboard('?')
    expect(await world.screen.findByRole('dialog', { name: 'Keyboard map' }, SLOW)).toBeTruthy()
  })

  it('can be turned off in the preferences', async () => {
    const world = await opened()
    await world.user.click(world.screen.getByRole('button', { name: 'Preferences' }))
    await world.screen.findByRole('dialog', { name: 'Preferences' }, SLOW)
    await world.user.selectOptions(
      world.screen.getByRole('combobox', { name: 'Single-key shortcuts' }),
      'Off',
    )
    await world.user.keyboard('{Escape}')
    await world.user.keyboard('?')
    expect(world.screen.queryByRole('dialog')).toBeNull()
    singleKeys.set('on')
  })
})

const times = () => [...document.querySelectorAll('time')].map(({ title }) => title)

it('absolute times follow the preference', { timeout: 20_000 }, async () => {
  const world = await opened('/mirrors')
  await world.screen.findByRole('row', { name: /Dublin/ }, SLOW)
  expect(times().every((title) => title.endsWith(' UTC'))).toBe(true)
  await world.user.click(world.screen.getByRole('button', { name: 'Preferences' }))
  await world.screen.findByRole('dialog', { name: 'Preferences' }, SLOW)
  await world.user.selectOptions(
    world.screen.getByRole('combobox', { name: 'Absolute times in', hidden: true }),
    'Local time',
  )
  expect(times().every((title) => / (?:GMT|UTC)(?:[+−-].+)?$/.test(title) && !title.endsWith(' UTC'))).toBe(
    true,
  )
  await world.user.selectOptions(world.screen.getByRole('combobox', { name: 'Absolute times in' }), 'UTC')
})

it(
  'density, thresholds and columns are in the preferences too, and hold at once',
  { timeout: 20_000 },
  async () => {
    localStorage.setItem('mirror-console-columns-mirrors', '{"version":false}')
    const world = await opened('/mirrors')
    await world.screen.findByRole('row', { name: /Dublin/ }, SLOW)
    const headings = () => world.screen.getAllByRole('columnheader').map(({ textContent }) => textContent)
    expect(headings()).not.toContain('Version')
    await world.user.click(world.screen.getByRole('button', { name: 'Preferences' }))
    await world.screen.findByRole('dialog', { name: 'Preferences' }, SLOW)
    const choose = (name: string, option: string) =>
      world.user.selectOptions(world.screen.getByRole('combobox', { name }), option)
    await choose('Rows of tables', 'Comfortable')
    await choose('A mirror is “not seen recently” after', '1 hour')
    await choose('Clocks may differ by', '2 minutes')
    await world.user.click(world.screen.getByRole('button', { name: 'Reset columns of all tables' }))
    const table = world.screen.getByRole('table', { name: 'Mirror servers', hidden: true })
    expect(table.dataset['density']).toBe('comfortable')
    expect(healthThresholds()).toEqual({ staleAfterMs: 3_600_000, clockToleranceMs: 120_000 })
    await world.user.keyboard('{Escape}')
    expect(headings()).toContain('Version')
    expect(localStorage.getItem('mirror-console-columns-mirrors')).toBeNull()
    density.set('compact')
    setHealthThresholds(DEFAULT_THRESHOLDS)
  },
)
