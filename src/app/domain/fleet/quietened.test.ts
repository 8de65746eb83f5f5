import { describe, expect, it } from 'vitest'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import { type FleetSnapshot, NO_SNAPSHOT, rememberedSnapshot } from './fleet-snapshot.ts'
import { transitionsOf } from './fleet-transitions.ts'
import { quietened } from './quietened.ts'

const fleet = (verdict: VerdictKind): FleetSnapshot => ({
  mirrors: {
    rows: [{ id: 'a', name: 'Paris', verdict, version: '8.16.2' }],
    unreadable: [],
    fault: null,
    hasMore: false,
  },
  requests: null,
})
const SILENCED = new Map([['a', { mirrorId: 'a', until: 9, note: '', by: 'ada', isNamed: true, at: 1 }]])

/** What is announced while a mirror goes through these verdicts; `!` before one: it is silenced then. */
const toldOf = (...steps: readonly string[]): readonly string[] => {
  let before = NO_SNAPSHOT
  return steps.map((step) => {
    const isSilenced = step.startsWith('!')
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The table below has verdicts alone.
    const seen = fleet(step.replace('!', '') as VerdictKind)
    const now = quietened(before, seen, isSilenced ? SILENCED : new Map())
    const told = transitionsOf(before, now).map(({ kind, verdict }) => verdict ?? kind)
    before = rememberedSnapshot(before, now)
    return told.join(' ')
  })
}

describe('what is announced of a mirror', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['without a silence: at once', ['healthy', 'unreachable', 'healthy'], ['', 'unreachable', 'recovered']],
    [
      'that fails and recovers in its silence: nothing',
      ['healthy', '!unreachable', '!healthy', 'healthy'],
      ['', '', '', ''],
    ],
    [
      'that is still down when it ends: then',
      ['healthy', '!unreachable', 'unreachable'],
      ['', '', 'unreachable'],
    ],
    [
      'that was down before it and is down after it: once',
      ['healthy', 'unreachable', '!unreachable', 'unreachable'],
      ['', 'unreachable', '', ''],
    ],
    [
      'that recovered in its silence: when it ends',
      ['healthy', 'unreachable', '!healthy', 'healthy'],
      ['', 'unreachable', '', 'recovered'],
    ],
    ['that is silenced when the page opens: nothing', ['!unreachable', 'unreachable'], ['', '']],
  ])('%s', (_what, steps, told) => {
    expect(toldOf(...steps)).toEqual(told)
  })
})
