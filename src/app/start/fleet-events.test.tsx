import { describe, expect, it, vi } from 'vitest'
import { ANSWER_FAULTS } from '#demo/testing/faults/answer-faults.ts'
import { createFaultSwitch, type FaultSwitch } from '#demo/testing/faults/fault-switch.ts'
import { alternating, rewriting } from '#demo/testing/faults/lasting-faults.ts'
import { saying } from '#demo/testing/faults/mirror-faults.ts'
import { renderApp, type RenderedApp } from '#demo/testing/render-app.tsx'
import { stageWithClock } from './testing/stage-with-clock.ts'
import { fleetPages } from './testing/fleet-pages.ts'

const DUBLIN = 'CD0E-1051-6498-1A8C'
const HOUR_MS = 3_600_000

stageWithClock()

type Happening = (world: RenderedApp, faults: FaultSwitch) => unknown

const everywhere =
  (fault: keyof typeof ANSWER_FAULTS): Happening =>
  (_world, faults) =>
    faults.breakUpstream(/^GET \/rest\//, ANSWER_FAULTS[fault])

const dublin = (change: Readonly<Record<string, unknown>>) =>
  rewriting((row) => (row['id'] === DUBLIN ? { ...row, ...change } : row))

const TITLES: Readonly<Record<string, string>> = {
  '/': 'Overview',
  '/mirrors': 'Mirror servers',
  [`/mirrors/${DUBLIN}`]: 'Dublin',
  '/requests': 'Mirroring requests',
  '/preferred-mirror': 'Preferred mirror',
  '/coverage': 'Coverage',
  '/upstream': 'Upstream',
  '/repositories/11': 'ledger',
}

/** What happens, and what each page then says after one refresh; a text with "!" before it must not be there. */
type Row = readonly [what: string, happens: Happening, said: Readonly<Record<string, readonly string[]>>]

const READ = 'What you see was read'
const ROWS: readonly Row[] = [
  [
    'Bitbucket is away for a minute',
    everywhere('is in maintenance (503 in HTML)'),
    {
      '/': [
        'When last read: all 4 mirrors are healthy',
        `Bitbucket is not available right now. ${READ}`,
        '!No problem found.',
      ],
      '/mirrors': ['Dublin', `Bitbucket is not available right now. ${READ}`],
      [`/mirrors/${DUBLIN}`]: [`Bitbucket is not available right now. ${READ}`],
      '/requests': ['Sydney', `Bitbucket is not available right now. ${READ}`],
      '/preferred-mirror': ['You have no preferred mirror', `Bitbucket is not available right now. ${READ}`],
      '/coverage': ['Payments', `Bitbucket is not available right now. ${READ}`],
      '/upstream': ['8.16.2', `Bitbucket is not available right now. ${READ}`],
      '/repositories/11': ['ledger', `Bitbucket is not available right now. ${READ}`],
    },
  ],
  ['it comes back', (_world, faults) => faults.mend(), { '/': ['All 4 mirrors are healthy', `!${READ}`] }],
  [
    'the licence lapses',
    everywhere('has no licence'),
    {
      '/': ['When last read: all 4 mirrors are healthy', '!No problem found.'],
      '/mirrors': ['Dublin', `Mirroring is not available for this. ${READ}`],
      '/preferred-mirror': [READ],
      '/coverage': [`Mirroring is not available for this. ${READ}`],
      '/repositories/11': [READ],
    },
  ],
  ['it is renewed', (_world, faults) => faults.mend(), { '/': ['All 4 mirrors are healthy', `!${READ}`] }],
  [
    'the permission is withdrawn',
    everywhere('does not permit (401)'),
    {
      '/': ['When last read: all 4 mirrors are healthy', `You are not permitted to see this. ${READ}`],
      '/mirrors': ['Dublin', `You are not permitted to see this. ${READ}`],
      [`/mirrors/${DUBLIN}`]: [`You are not permitted to see this. ${READ}`],
      '/requests': [`You are not permitted to see this. ${READ}`],
    },
  ],
  ['it is given back', (_world, faults) => faults.mend(), { '/requests': ['Sydney', `!${READ}`] }],
  [
    'Bitbucket is restarted with another version',
    (_world, faults) =>
      faults.breakUpstream(
        /application-properties/,
        rewriting((row) => ({ ...row, version: '9.4.1', buildNumber: '9004001' })),
      ),
    {
      '/': ['Bitbucket 9.4.1', '!Bitbucket 8.16.2'],
      '/upstream': ['9.4.1', '9004001', '!8.16.2'],
      '/mirrors': ['older'],
    },
  ],
  [
    'a pool gives two versions by turns',
    (_world, faults) => {
      faults.mend()
      faults.breakUpstream(
        /application-properties/,
        alternating(
          rewriting((row) => ({ ...row, version: '9.4.1' })),
          null,
        ),
      )
    },
    { '/upstream': ['Bitbucket'] },
  ],
  [
    'the clock of the browser is 3 hours behind',
    (_world, faults) => {
      faults.mend()
      faults.setClock(3 * HOUR_MS)
    },
    {
      '/': ['All 4 mirrors are healthy', '3 hours ahead'],
      '/mirrors': ['4 healthy', '!in 3 hours'],
      '/upstream': ['3 hours'],
    },
  ],
  [
    'the clock of the browser is set right, and it sleeps for 7 hours',
    (_world, faults) => {
      faults.mend()
      vi.setSystemTime(Date.now() + 7 * HOUR_MS)
    },
    { '/': ['All 4 mirrors are healthy'], '/mirrors': ['4 healthy', '!not seen'] },
  ],
  [
    'an old replica answers',
    (_world, faults) => {
      faults.breakUpstream(/mirrorServers/, dublin({ lastSeenDate: Date.now() - 60_000 }))
    },
    {
      '/mirrors': ['1 record went back'],
      '/': ['1 of 4 mirrors needs attention', '1 record went back'],
      [`/mirrors/${DUBLIN}`]: ['Record went back'],
    },
  ],
  [
    'all repositories of a mirror fail to update',
    (_world, faults) => {
      faults.mend()
      faults.breakMirror(
        /^dublin\..*repos/i,
        saying((body) => body.replace('"AVAILABLE"', '"ERROR_AVAILABLE"')),
      )
    },
    { '/repositories/11': ['Available but failing to update'] },
  ],
  ...(
    [
      ['"NOT_MIRRORED"', 'false', 'Not mirrored'],
      ['"INITIALIZING"', 'false', 'Initializing'],
      ['"ERROR_INITIALIZING"', 'false', 'Failed to initialize'],
      // State and availability that contradict each other are neither.
      ['"AVAILABLE"', 'false', 'The mirror contradicts itself'],
      ['"NOT_MIRRORED"', 'true', 'The mirror contradicts itself'],
      ['"REPACKING"', 'true', 'REPACKING'],
    ] as const
  ).map(([status, available, word]): Row => [
    `a mirror says ${status} and "available": ${available}`,
    (_world, faults) =>
      faults.breakMirror(
        /^dublin\..*repos/i,
        saying((body) =>
          body
            .replace(/"status":"\w+"/, `"status":${status}`)
            .replace(/"available":\w+/, `"available":${available}`),
        ),
      ),
    { '/repositories/11': [word] },
  ]),
]

describe('what happens to the fleet', () => {
  it('is said on every page after one refresh, and what was read stays with its age', async () => {
    const faults = createFaultSwitch()
    const world = await renderApp('/mirrors', { faults })
    const { queries } = world.queryClient.getDefaultOptions()
    world.queryClient.setDefaultOptions({ queries: { ...queries, retryDelay: 1 } })
    const pages = fleetPages(world)
    for (const [path, title] of Object.entries(TITLES)) await pages.open(path, title)
    for (const [what, happens, said] of ROWS) {
      await happens(world, faults)
      vi.setSystemTime(Date.now() + 20_000)
      for (const [path, words] of Object.entries(said)) {
        await pages.open(path, TITLES[path] ?? '')
        await pages.refresh()
        await world.queryClient.refetchQueries({ queryKey: ['repositories', 'availability'], type: 'active' })
        expect.soft(await pages.wrong(words), `${what}: ${path}`).toEqual([])
      }
    }
  }, 300_000)
})
