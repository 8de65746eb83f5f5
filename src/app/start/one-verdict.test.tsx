import { fireEvent, type Screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
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

const idOf = (name: string): string => name.toLowerCase().replaceAll(' ', '-')

const goTo = async ({ router, screen }: RenderedApp, path: string, title: string) => {
  await router.navigate(path)
  await screen.findByRole('heading', { level: 1, name: title })
}

/** Reads what one place says of a mirror, without its name. */
type Told = (name: string) => Promise<string | null | undefined>

const healthIn = (part: ReturnType<typeof within> | Screen) => part.findByText('Health', { selector: 'dt' })

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
      return (await healthIn(world.screen)).nextElementSibling?.textContent
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

/** Nothing is wrong with these: they are in no incident. */
const QUIET: ReadonlySet<string> = new Set(['No status', 'Other state', 'Synchronizing', 'Healthy'])

describe('how a mirror is', () => {
  it('is told in the same word wherever it is told, and "Healthy" of none that is not', async () => {
    const world = await renderApp('/mirrors', { seed: 'broken' })
    // Those that hang come last.
    await world.screen.findByText('2 timed out')
    for (const [place, open] of Object.entries(PLACES)) {
      const told = await open(world)
      for (const [name, word] of Object.entries(TRUTH)) {
        const text = (await told(name)) ?? ''
        expect(text, `${place}: ${name}`).toContain(word)
        if (word !== 'Healthy') expect(text, `${place}: ${name}`).not.toContain('Healthy')
      }
    }
    await goTo(world, '/', 'Overview')
    const incidents = within(await world.screen.findByRole('region', { name: 'Incidents' }))
    for (const [name, word] of Object.entries(TRUTH)) {
      if (QUIET.has(name)) {
        expect(incidents.queryByRole('link', { name }), name).toBeNull()
        continue
      }
      const incident = (await incidents.findByRole('link', { name })).closest('ul')?.parentElement
      expect(incident?.textContent.startsWith(word.replace(/ \(.*/, '')), name).toBe(true)
    }
  }, 60_000)
})
