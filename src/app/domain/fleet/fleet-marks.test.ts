import { describe, expect, it } from 'vitest'
import type { Behind, History } from '#contract/history.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import { farthestBehind, firstCertificate, oldestVersion } from './fleet-extremes.ts'
import { type FleetMark, fleetMarks, markMeasures, markWords } from './fleet-marks.ts'

const behind = (nowMs: number | null, kind: Behind['kind'] = 'webhook'): Behind => ({
  kind,
  nowMs,
  p50Ms: null,
  p95Ms: null,
  slowest: [],
})
const mark = (id: string, more: Partial<FleetMark> = {}): FleetMark => ({
  id,
  name: id.toUpperCase(),
  verdict: { kind: 'healthy', detail: null },
  behind: null,
  tookMs: null,
  certificateEnds: null,
  hasCertificate: false,
  version: null,
  ...more,
})
const SIGHT = {
  finding: { kind: 'answered', status: null },
  checkedAt: 1,
  receivedAt: 1,
  since: 1,
  clockDifferenceMs: null,
  refusedAt: null,
} as const
const mirror = (id: string) => ({
  id,
  name: id,
  baseUrl: null,
  enabled: true,
  lastSeenDate: null,
  mirrorType: null,
  productType: null,
  productVersion: '8.16.2',
})
const verdict = (kind: VerdictKind) => ({
  kind,
  checkedAt: null,
  since: null,
  detail: null,
  clockDifferenceMs: null,
})
const lag = (mirrorId: string, nowMs: number) => ({
  mirrorId,
  spans: [],
  measures: [],
  stepMs: 1,
  behind: behind(nowMs),
})
const ids = (marks: readonly FleetMark[]) => marks.map(({ id }) => id)

describe('the marks of a fleet', () => {
  it('have the worst first, and of equal ones the farthest behind', () => {
    const history: History = {
      from: 0,
      to: 1,
      lastRoundAt: 1,
      problem: null,
      mirrors: [lag('b', 1000), lag('c', 9000)],
    }
    const verdicts = new Map([
      ['a', verdict('healthy')],
      ['b', verdict('healthy')],
      ['c', verdict('healthy')],
      ['d', verdict('timed-out')],
    ])
    const marks = fleetMarks(['a', 'b', 'c', 'd', 'e'].map(mirror), verdicts, new Map(), history)
    // Of "e" nothing is known: that is worse than healthy, and better than what is wrong.
    expect(ids(marks)).toEqual(['d', 'e', 'c', 'b', 'a'])
  })

  it('say a verdict in the middle of a line, and the state that a mirror names itself as it wrote it', () => {
    expect(markWords(mark('a'))).toContain('A: healthy,')
    const other = mark('a', { verdict: { kind: 'other-state', detail: 'REBALANCING' } })
    expect(markWords(other)).toContain('A: REBALANCING,')
  })

  it('have the time of the last answer, and the end of a certificate where the address has one', () => {
    const sight = { ...SIGHT, tookMs: 12, certificateEnds: 500 }
    const sights = new Map([
      ['a', sight],
      ['b', sight],
    ])
    const mirrors = [{ ...mirror('a'), baseUrl: 'https://a.example.com' }, mirror('b'), mirror('c')]
    const marks = fleetMarks(mirrors, new Map(), sights, undefined)
    expect(marks.map(({ tookMs, certificateEnds }) => [tookMs, certificateEnds])).toEqual([
      [12, 500],
      [12, null],
      [null, null],
    ])
  })

  it.each<[FleetMark, string, string]>([
    [mark('a'), '', 'A: healthy, response time not known, lag not known, version not given'],
    [
      mark('a', { tookMs: 1200, behind: behind(720_000), version: '8.9.1' }),
      '1,200 ms · 12 minutes behind · 8.9.1',
      'A: healthy, answered in 1,200 ms, 12 minutes behind, version 8.9.1',
    ],
    [
      mark('a', {
        tookMs: 12,
        behind: behind(60_000, 'canary'),
        verdict: { kind: 'failing', detail: '500' },
      }),
      '12 ms · at most 1 minute behind',
      'A: failing (500), answered in 12 ms, at most 1 minute behind, version not given',
    ],
    [
      mark('a', { behind: behind(0), version: '8.9\u202e.1' }),
      'up to date · 8.9[U+202E].1',
      'A: healthy, response time not known, up to date, version 8.9[U+202E].1',
    ],
  ])('%o are "%s" in short', (one, short, words) => {
    expect(markMeasures(one)).toBe(short)
    expect(markWords(one)).toBe(words)
  })
})

describe('the extremes of a fleet', () => {
  it.each<[string, readonly (number | null)[], string | null, number]>([
    ['the farthest behind', [1000, 9000, 0], 'b', 0],
    ['none where no push waits', [0, 0], null, 0],
    ['none, and of how many it is not known', [null, 0, null], null, 2],
  ])('name %s', (_what, lags, id, unknown) => {
    const marks = lags.map((nowMs, at) => mark('abc'.charAt(at), { behind: behind(nowMs) }))
    const found = farthestBehind(marks)
    expect([found.mark?.id ?? null, found.unknown]).toEqual([id, unknown])
  })

  it.each<[string, readonly (string | null)[], string | null, readonly string[]]>([
    ['8.9 is older than 8.16', ['8.16.2', '8.9.1', null], '8.9.1', ['b']],
    ['several can have it', ['8.9.1', '9.4.0', '8.9.1'], '8.9.1', ['a', 'c']],
    ['none is given', [null], null, []],
  ])('name the oldest version: %s', (_what, versions, version, who) => {
    const marks = versions.map((one, at) => mark('abc'.charAt(at), { version: one }))
    const found = oldestVersion(marks)
    expect([found?.version ?? null, ids(found?.marks ?? [])]).toEqual([version, who])
  })

  it('name the certificate that ends first, where any was seen', () => {
    const marks = [mark('a', { certificateEnds: 900 }), mark('b', { certificateEnds: 500 }), mark('c')]
    expect(firstCertificate(marks)).toMatchObject({ mark: { id: 'b' }, ends: 500 })
    expect(firstCertificate([mark('c')])).toBeNull()
  })
})
