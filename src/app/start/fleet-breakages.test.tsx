import { describe, expect, it, vi } from 'vitest'
import { createFaultSwitch, type FaultSwitch } from '#demo/testing/faults/fault-switch.ts'
import { rewriting } from '#demo/testing/faults/lasting-faults.ts'
import { clockAhead, failing, replying } from '#demo/testing/faults/mirror-faults.ts'
import { renderApp } from '#demo/testing/render-app.tsx'
import { stageWithClock } from './testing/stage-with-clock.ts'
import { fleetPages, onAllPages } from './testing/fleet-pages.ts'

const DUBLIN = 'CD0E-1051-6498-1A8C'
const MINUTE_MS = 60_000

stageWithClock()

const mirror = (fault: Parameters<FaultSwitch['breakMirror']>[1]) => (faults: FaultSwitch) =>
  faults.breakMirror(/^dublin\./, fault)

/** Changes Dublin's record wherever Bitbucket gives it. */
const record = (change: Readonly<Record<string, unknown>>) => (faults: FaultSwitch) =>
  faults.breakUpstream(
    /^GET /,
    rewriting((row) => (row['id'] === DUBLIN ? { ...row, ...change } : row)),
  )

const status = (state: string, synced = 30, total = 30) =>
  replying(
    200,
    JSON.stringify({ state, memberCount: '2', discovering: false, syncedRepos: synced, totalRepos: total }),
  )

/** What happens to Dublin, what is true of it then, and what is counted of four mirrors. */
const BREAKAGES: readonly (readonly [
  what: string,
  word: string,
  counted: string,
  breakIt: (faults: FaultSwitch) => void,
])[] = [
  ['dies', 'Not reachable', '1 not reachable, 3 healthy', mirror(failing('unreachable'))],
  ['is so slow that it is given up', 'Timed out', '1 timed out, 3 healthy', mirror(failing('timed-out'))],
  [
    'shows an expired certificate',
    'Certificate not trusted',
    '1 certificate not trusted, 3 healthy',
    mirror(failing('certificate')),
  ],
  ['refuses the console', 'Refused', '1 refused, 3 healthy', mirror(replying(401, ''))],
  [
    'is replaced by a login page',
    'Not a mirror’s answer',
    '1 not a mirror’s answer, 3 healthy',
    mirror(replying(200, '<html>')),
  ],
  ['fails by itself', 'Failing (500)', '1 failing, 3 healthy', mirror(replying(500, '{}'))],
  ['is in maintenance', 'In maintenance', '1 in maintenance, 3 healthy', mirror(replying(503, '{}'))],
  ['is asked too often', 'Rate limited', '1 rate limited, 3 healthy', mirror(replying(429, '{}'))],
  [
    'says nothing of its state',
    'Answers, state not known',
    '1 answers, state not known, 3 healthy',
    mirror(replying(404, '')),
  ],
  ['is in a state of tomorrow', 'REBALANCING', '1 state not known, 3 healthy', mirror(status('REBALANCING'))],
  [
    'begins to copy anew',
    'Synchronizing 3 of 30',
    '1 synchronizing, 3 healthy',
    mirror(status('SYNCHRONIZED', 3)),
  ],
  [
    'has a clock 2 minutes ahead',
    'Clock differs',
    '1 clock differs, 3 healthy',
    mirror(clockAhead(2 * MINUTE_MS)),
  ],
  [
    'has a clock 2 minutes behind',
    'Clock differs',
    '1 clock differs, 3 healthy',
    mirror(clockAhead(-2 * MINUTE_MS)),
  ],
  ['has a clock 20 seconds behind, as is tolerated', 'Healthy', '4 healthy', mirror(clockAhead(-20_000))],
  ['is disabled', 'Disabled', '1 disabled, 3 healthy', record({ enabled: false })],
  [
    'has a record that does not say whether it is enabled',
    'Unknown',
    '1 unknown, 3 healthy',
    record({ enabled: null }),
  ],
  [
    'moves to the address of Mumbai',
    'Shares an address',
    '2 shares an address, 2 healthy',
    record({ baseUrl: 'http://mumbai.mirrors.test' }),
  ],
  [
    'moves to where nothing is',
    'Not reachable',
    '1 not reachable, 3 healthy',
    record({ baseUrl: 'http://dublin.mirrors.test:1' }),
  ],
  [
    'moves to an address that is never asked',
    'Not checked: address',
    '1 not checked: address, 3 healthy',
    record({ baseUrl: 'http://127.0.0.1/' }),
  ],
  [
    'reports to Bitbucket no more',
    'Not seen recently, but answers',
    '1 not seen recently, but answers, 3 healthy',
    (faults) => {
      const frozen = Date.now()
      faults.breakUpstream(
        /^GET /,
        rewriting((row) => (row['id'] === DUBLIN ? { ...row, lastSeenDate: frozen } : row)),
      )
      vi.setSystemTime(Date.now() + 10 * MINUTE_MS)
    },
  ],
]

describe('what happens to a mirror', () => {
  it('is said in one word on every page, after one refresh, and passes as it came', async () => {
    const faults = createFaultSwitch()
    const world = await renderApp('/mirrors', { faults })
    const pages = fleetPages(world)
    const compare = async (what: string, word: string, counted: string) => {
      // Answers of mirrors are shared for 15 seconds, and a link that was refused counts for ten minutes.
      vi.setSystemTime(Date.now() + 11 * MINUTE_MS)
      await pages.refresh()
      const isAsked = word !== 'Disabled'
      const said = await pages.said(DUBLIN, 'Dublin', word, isAsked)
      expect.soft(said.words, what).toEqual(onAllPages(word, isAsked))
      expect.soft(said.counted, what).toEqual([counted, counted])
    }
    await compare('is well', 'Healthy', '4 healthy')
    for (const [what, word, counted, breakIt] of BREAKAGES) {
      breakIt(faults)
      await compare(what, word, counted)
      faults.mend()
    }
    await compare('is well again', 'Healthy', '4 healthy')
  }, 300_000)
})
