import { fireEvent, type Screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { renderApp, type RenderedApp } from '#demo/testing/render-app.tsx'

/** What is true of each mirror of the seed "broken" that something is wrong with, and of some that are well. */
const TRUTH = {
  Dead: 'Not reachable',
  Hangs: 'Timed out',
  Refused: 'Refused',
  Html: 'Not a mirror’s answer',
  Huge: 'Not a mirror’s answer',
  Redirect: 'Not a mirror’s answer',
  'Fails 500': 'Failing (500)',
  Maintenance: 'In maintenance',
  'Rate limited': 'Rate limited',
  'Clock differs': 'Clock differs',
  Stale: 'Not seen recently, but answers',
  'Never seen': 'Never seen',
  'No status': 'Answers, state not known',
  'Other state': 'REBALANCING',
  Synchronizing: 'Synchronizing 242 of 1071',
  Healthy: 'Healthy',
} as const

/** The incident that each is in. */
const INCIDENTS = {
  ...TRUTH,
  // The status is a mirror's own, an incident can be about several.
  'Fails 500': 'Failing',
  // Nothing is wrong with these, or nothing is known to be.
  'No status': undefined,
  'Other state': undefined,
  Synchronizing: undefined,
  Healthy: undefined,
}

const idOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-')

const goTo = async ({ router, screen }: RenderedApp, path: string, title: string) => {
  await router.navigate(path)
  await screen.findByRole('heading', { level: 1, name: title })
}

/** Longest first: one word may begin another. */
const WORDS = [...new Set(Object.values(TRUTH))].toSorted((one, other) => other.length - one.length)

/** The verdict that a text begins with, else all of the text. */
const wordOf = (text: string | null | undefined): string => {
  const told = (text ?? '').replace(/^[\s,]+/, '')
  return WORDS.find((word) => told.startsWith(word)) ?? told
}

/** Reads what one place says of a mirror, without its name. */
type Told = (name: string) => Promise<string | null | undefined>

const healthIn = (part: Pick<Screen, 'findByText'>) => part.findByText('Health', { selector: 'dt' })

/** Every place that says how a mirror is, and how it is read there. */
const PLACES: Readonly<Record<string, (world: RenderedApp) => Promise<Told>>> = {
  list: async (world) => {
    await goTo(world, '/mirrors', 'Mirror servers')
    return async (name) => {
      const row = await world.screen.findByRole('row', { name: new RegExp(`^${name}`) })
      return within(row).getAllByRole('cell')[0]?.textContent
    }
  },
  page: (world) =>
    Promise.resolve(async (name) => {
      await goTo(world, `/mirrors/${idOf(name)}`, name)
      return (await world.screen.findByRole('region', { name: 'Health' })).textContent
    }),
  'preferred mirror': async (world) => {
    await goTo(world, '/preferred-mirror', 'Preferred mirror')
    return async (name) => {
      const radio = await world.screen.findByRole('radio', { name: new RegExp(`^${name}`) })
      return radio.closest('.mantine-Radio-root')?.textContent.slice(name.length)
    }
  },
  coverage: async (world) => {
    await goTo(world, '/coverage', 'Coverage')
    return async (name) => {
      const head = await world.screen.findByRole('columnheader', { name: new RegExp(`^${name}, `) })
      return head.textContent.slice(name.length)
    }
  },
  palette: async (world) => {
    await world.user.keyboard('{Control>}k{/Control}')
    const field = await world.screen.findByRole('combobox', { name: 'Command' })
    return async (name) => {
      fireEvent.change(field, { target: { value: name } })
      const option = await world.screen.findByRole('option', { name: new RegExp(`^${name} ?,`) })
      return option.textContent.slice(name.length)
    }
  },
  removal: async (world) => {
    await world.user.keyboard('{Escape}')
    return async (name) => {
      await goTo(world, `/mirrors/${idOf(name)}?tab=danger-zone`, name)
      await world.user.click(await world.screen.findByRole('button', { name: 'Remove this mirror server' }))
      const dialog = within(await world.screen.findByRole('dialog'))
      const told = (await healthIn(dialog)).nextElementSibling?.textContent
      await world.user.click(dialog.getByRole('button', { name: 'Cancel' }))
      return told
    }
  },
}

const saidIn = async (world: RenderedApp, open: (world: RenderedApp) => Promise<Told>) => {
  const told = await open(world)
  const said: Record<string, string> = {}
  for (const name of Object.keys(TRUTH)) said[name] = wordOf(await told(name))
  return said
}

describe('how a mirror is', () => {
  it('is told in the same word wherever it is told', async () => {
    // The picture of the coverage is not what is compared.
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
    const world = await renderApp('/mirrors', { seed: 'broken' })
    // Those that hang come last.
    await world.screen.findByText('2 timed out')
    for (const [place, open] of Object.entries(PLACES)) {
      expect({ [place]: await saidIn(world, open) }).toEqual({ [place]: TRUTH })
    }
    await goTo(world, '/', 'Overview')
    const overview = within(await world.screen.findByRole('region', { name: 'Incidents' }))
    await overview.findByRole('link', { name: 'Dead' })
    const said = Object.keys(TRUTH).map((name) => {
      const row = overview.queryByRole('link', { name })?.closest('li')
      return [name, row?.querySelector('[data-tone]')?.textContent]
    })
    expect(Object.fromEntries(said)).toEqual(INCIDENTS)
  }, 60_000)
})
