import { describe, expect, it } from 'vitest'
import type { Listing } from '#app/api/presence.ts'
import { newsOf } from './fleet-news.ts'
import type { FleetSnapshot, MirrorSight } from './fleet-snapshot.ts'
import { transitionsOf } from './fleet-transitions.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'

type Sight = Omit<MirrorSight, 'id'>

const sight = (name: string, verdict: VerdictKind, version: string | null = '8.16.2'): Sight => ({
  name,
  verdict,
  version,
})
const fleet = (
  mirrors: Record<string, Sight> | null,
  requests: Record<string, string> | null = null,
  gaps: Partial<Pick<Listing<unknown>, 'unreadable' | 'fault' | 'hasMore'>> = {},
): FleetSnapshot => {
  const rest = { unreadable: [], fault: null, hasMore: false, ...gaps }
  return {
    mirrors: mirrors && {
      rows: Object.entries(mirrors).map(([id, one]) => Object.assign({ id }, one)),
      ...rest,
    },
    requests: requests && {
      rows: Object.entries(requests).map(([id, mirrorName]) => ({ id, mirrorName })),
      ...rest,
    },
  }
}
const linesBetween = (before: FleetSnapshot, now: FleetSnapshot) =>
  transitionsOf(before, now).map(
    ({ kind, verdict, who }) => `${kind} ${verdict ?? '-'}: ${who.map(({ name }) => name).join(',')}`,
  )

describe('transitions of the fleet', () => {
  it('are none where nothing changed or nothing was read', () => {
    const now = fleet({ a: sight('A', 'healthy') }, { 1: 'X' })
    expect(linesBetween(now, now)).toEqual([])
    expect(linesBetween(fleet(null), now)).toEqual([])
    expect(linesBetween(now, fleet(null))).toEqual([])
  })

  it('are grouped by what happened, the worst first', () => {
    const before = fleet(
      {
        a: sight('A', 'healthy'),
        b: sight('B', 'healthy'),
        c: sight('C', 'not-seen'),
        d: sight('D', 'healthy'),
      },
      {},
    )
    const now = fleet(
      {
        a: sight('A', 'not-seen'),
        b: sight('B', 'not-seen'),
        c: sight('C', 'healthy', '8.16.3'),
        e: sight('E', 'never-seen'),
      },
      { 7: 'F' },
    )
    expect(linesBetween(before, now)).toEqual([
      'became not-seen: A,B',
      'asked -: F',
      'went -: D',
      'recovered -: C',
      'appeared -: E',
      'changed-version -: C',
    ])
  })

  it.each([
    ['http://a.test', 'http://b.test', ['changed-address -: A']],
    ['http://a.test', null, ['changed-address -: A']],
    [null, 'http://a.test', ['changed-address -: A']],
    ['http://a.test', 'http://a.test', []],
    [null, null, []],
    // An earlier version of the console did not note it: not knowing is no change.
    [undefined, 'http://a.test', []],
  ] as const)('from the address %s to %s are %j', (earlier, later, lines) => {
    const healthy = sight('A', 'healthy')
    const before = fleet({ a: { ...healthy, address: earlier } })
    expect(linesBetween(before, fleet({ a: { ...healthy, address: later } }))).toEqual(lines)
  })

  it.each([
    ['its row cannot be read', { unreadable: [{ id: 'a' }] }],
    ['a row cannot be read, not even its id', { unreadable: [{ id: null }] }],
    ['the list broke off', { fault: 'endless' }],
    ['the list goes on', { hasMore: true }],
  ] as const)('nothing went or is new while %s', (_why, gaps) => {
    const whole = fleet({ a: sight('A', 'healthy') }, { a: 'X' })
    const holed = fleet({}, {}, gaps)
    expect(linesBetween(whole, holed)).toEqual([])
    expect(linesBetween(holed, whole)).toEqual([])
  })

  it('one unreadable row hides no news about the others', () => {
    const gaps = { unreadable: [{ id: 'b' }] }
    expect(
      linesBetween(
        fleet({ a: sight('A', 'healthy'), d: sight('D', 'healthy') }, null, gaps),
        fleet({ a: sight('A', 'not-seen'), c: sight('C', 'healthy') }, null, gaps),
      ),
    ).toEqual(['became not-seen: A', 'went -: D', 'appeared -: C'])
  })

  it('a mirror seen for the first time has not recovered, and not knowing is no news', () => {
    expect(linesBetween(fleet({ a: sight('A', 'never-seen') }), fleet({ a: sight('A', 'healthy') }))).toEqual(
      [],
    )
    expect(linesBetween(fleet({ a: sight('A', 'healthy') }), fleet({ a: sight('A', 'unknown') }))).toEqual([])
  })

  it.each<[VerdictKind, VerdictKind, readonly string[]]>([
    ['not-checked', 'unreachable', []],
    ['not-checked', 'healthy', []],
    ['not-checked', 'not-seen', ['became not-seen: A']],
    ['healthy', 'check-too-old', []],
    ['healthy', 'timed-out', ['became timed-out: A']],
    ['unreachable', 'timed-out', ['became timed-out: A']],
    ['unreachable', 'synchronizing', ['recovered -: A']],
    ['clock-slightly-off', 'healthy', ['recovered -: A']],
    ['healthy', 'disabled', ['became disabled: A']],
    ['synchronizing', 'healthy', []],
  ])('from %s to %s', (before, now, lines) => {
    expect(linesBetween(fleet({ a: sight('A', before) }), fleet({ a: sight('A', now) }))).toEqual(lines)
  })
})

describe('news of the fleet', () => {
  const unseen = transitionsOf(fleet({ a: sight('A', 'healthy') }), fleet({ a: sight('A', 'not-seen') }))

  it('are told once, and again only after a while', () => {
    const first = newsOf(unseen, new Map(), 1000)
    expect(first.text).toBe('A: not seen recently')
    expect(newsOf(unseen, first.told, 2000).text).toBeNull()
    expect(newsOf(unseen, first.told, 602_000).text).toBe('A: not seen recently')
  })

  it('are capped in names and lines, and tell nothing that one did oneself', () => {
    const names = ['a', 'b', 'c', 'd', 'e']
    const before = fleet(Object.fromEntries(names.map((id) => [id, sight(id, 'healthy')])))
    const now = fleet(Object.fromEntries(names.map((id) => [id, sight(id, 'not-seen')])))
    expect(newsOf(transitionsOf(before, now), new Map(), 0).text).toBe(
      'a, b, c and 2 more: not seen recently',
    )
    const removed = transitionsOf(before, fleet({}))
    expect(newsOf(removed, new Map(), 0).text).toBeNull()
  })

  it('show hidden characters of names', () => {
    const odd = transitionsOf(
      fleet({ a: sight('A\u202EB', 'healthy') }),
      fleet({ a: sight('A\u202EB', 'not-seen') }),
    )
    expect(newsOf(odd, new Map(), 0).text).toBe('A[U+202E]B: not seen recently')
  })
})
