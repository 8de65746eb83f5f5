import { describe, expect, it } from 'vitest'
import * as v from 'valibot'
import type { FleetCheck } from '#contract/fleet-check.ts'
import { type ProbeFailure, probeResult } from '#contract/probe.ts'
import { type MirrorSights, NO_SIGHTS, toOwnClockMs, withCheck, withProbe } from './mirror-sight.ts'

const good: FleetCheck['outcome'] = {
  kind: 'answered',
  status: { state: 'SYNCHRONIZED', memberCount: 1, discovering: false, syncedRepos: 2, totalRepos: 2 },
}
const bad = (failure: ProbeFailure): FleetCheck['outcome'] => ({
  kind: 'failed',
  failure,
  status: null,
  detail: null,
})
type Step = (sights: MirrorSights) => MirrorSights

const check =
  (
    checkedAt: number,
    outcome: FleetCheck['outcome'],
    clockDifferenceMs: number | null = 0,
    certificateEnds: number | null = null,
  ): Step =>
  (sights) =>
    withCheck(
      sights,
      { mirrorId: 'm', checkedAt, tookMs: 1, clockDifferenceMs, certificateEnds, outcome },
      checkedAt,
    )

const probe =
  (checkedAt: number, failure: ProbeFailure | null): Step =>
  (sights) => {
    const common = { checkedAt, tookMs: 1, clockDifferenceMs: null }
    const answer = { repositoryId: '7', available: true, status: 'AVAILABLE', cloneUrls: [] }
    const result = v.parse(
      probeResult,
      failure === null
        ? { kind: 'answered', answer, ...common }
        : { kind: 'failed', failure, status: null, detail: null, ...common },
    )
    return withProbe(sights, 'm', result, checkedAt)
  }
const after = (...steps: readonly Step[]) => steps.reduce((sights, step) => step(sights), NO_SIGHTS).get('m')
const wordOf = (...steps: readonly Step[]) => {
  const finding = after(...steps)?.finding
  if (finding === undefined) return 'not asked'
  return finding.kind === 'failed' ? finding.failure : (finding.status?.state ?? 'answers')
}

describe('what is known of a mirror by asking it', () => {
  it.each<[string, readonly Step[], string]>([
    ['a check counts', [check(1, good)], 'SYNCHRONIZED'],
    ['the newer of two counts', [check(1, good), check(2, bad('unreachable'))], 'unreachable'],
    ['one that arrives late does not', [check(2, good), check(1, bad('unreachable'))], 'SYNCHRONIZED'],
    ['a busy gateway says nothing', [check(1, good), check(2, bad('busy'))], 'SYNCHRONIZED'],
    ['a failing question about a repository counts', [check(1, good), probe(2, 'timed-out')], 'timed-out'],
    [
      'one that concerns a repository alone does not',
      [check(1, good), probe(2, 'unknown-repository')],
      'SYNCHRONIZED',
    ],
    ['an answer about a repository ends a failure', [check(1, bad('timed-out')), probe(2, null)], 'answers'],
    ['an answer about a repository leaves the status', [check(1, good), probe(2, null)], 'SYNCHRONIZED'],
    ['a refused link counts against a good status', [probe(1, 'refused'), check(2, good)], 'refused'],
    ['for ten minutes', [probe(1, 'refused'), check(600_001, good)], 'SYNCHRONIZED'],
    ['or until a link is accepted', [probe(1, 'refused'), probe(2, null), check(3, good)], 'SYNCHRONIZED'],
    [
      'other failures of links end with a good status',
      [probe(1, 'unreachable'), check(2, good)],
      'SYNCHRONIZED',
    ],
  ])('%s', (_promise, steps, word) => {
    expect(wordOf(...steps)).toBe(word)
  })

  it('remembers since when it is so, over all answers that say the same', () => {
    const steps = [
      check(1, good),
      check(5, bad('timed-out')),
      probe(6, 'timed-out'),
      check(9, bad('timed-out')),
    ]
    expect(after(...steps)?.since).toBe(5)
    expect(after(...steps, check(12, good))?.since).toBe(12)
  })

  it.each<[string, readonly (number | null)[], number | null]>([
    ['the last measurement counts', [1000, 40_000], 40_000],
    ['a little less changes nothing', [31_000, 29_000], 31_000],
    ['nor does a little less twice', [31_000, 29_000, 28_000], 31_000],
    ['clearly less counts', [31_000, 25_000], 25_000],
    ['a clock that was set right counts', [40_000, 400], 400],
    ['an answer without a time changes nothing', [40_000, null], 40_000],
    ['behind is not ahead', [2000, -1000], -1000],
  ])('clocks: %s', (_promise, measured, expected) => {
    const steps = measured.map((differenceMs, at) => check(at + 1, good, differenceMs))
    expect(after(...steps)?.clockDifferenceMs).toBe(expected)
  })

  it.each<[string, readonly Step[], number | null]>([
    ['no mirror without https shows one', [check(1, good)], null],
    ['the one that was shown last counts', [check(1, good, 0, 500), check(2, good, 0, 900)], 900],
    ['it still ends while the mirror is down', [check(1, good, 0, 500), check(2, bad('unreachable'))], 500],
    ['one that is not trusted ends too', [check(1, bad('certificate'), 0, 500)], 500],
    ['a question about a repository changes nothing', [check(1, good, 0, 500), probe(2, null)], 500],
  ])('certificates: %s', (_promise, steps, ends) => {
    expect(after(...steps)?.certificateEnds).toBe(ends)
  })

  it.each<[string, readonly Step[], number | null]>([
    ['that of the last check counts', [check(1, good)], 1],
    ['without an answer there is none', [check(1, good), check(2, bad('timed-out'))], null],
    ['a question about a repository changes nothing', [check(1, good), probe(2, null)], 1],
  ])('times of answers: %s', (_promise, steps, took) => {
    expect(after(...steps)?.tookMs).toBe(took)
  })

  it.each<[string, number, number]>([
    ['is that of the gateway where both may agree', 1_000_000, 0],
    ['is so too for an answer that is shared', 1_015_000, 0],
    ['is its own where the answer would come from the future', 400_000, -600_000],
    ['is its own where the answer would be older than it can be', 1_615_000, 600_000],
  ])('the clock of the reader %s', (_promise, receivedAt, expected) => {
    const sight = withCheck(
      NO_SIGHTS,
      {
        mirrorId: 'm',
        checkedAt: 1_000_000,
        tookMs: 1,
        clockDifferenceMs: 0,
        certificateEnds: null,
        outcome: good,
      },
      receivedAt,
    ).get('m')
    expect(sight && toOwnClockMs(sight)).toBe(expected)
  })
})
