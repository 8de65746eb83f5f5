import { describe, expect, it } from 'vitest'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import { silencedCounts, withoutSilenced } from './without-silenced.ts'

const verdictsOf = (kinds: Readonly<Record<string, VerdictKind>>): Verdicts =>
  new Map(
    Object.entries(kinds).map(([id, kind]) => [
      id,
      { kind, checkedAt: null, since: null, detail: null, clockDifferenceMs: null },
    ]),
  )
const silenced = (...ids: readonly string[]) =>
  new Map(
    ids.map((mirrorId) => [mirrorId, { mirrorId, until: 9, note: '', by: 'ada', isNamed: true, at: 1 }]),
  )

const FLEET = verdictsOf({ a: 'unreachable', b: 'healthy', c: 'shared-address', d: 'unknown' })

describe('mirrors that are silenced', () => {
  it.each<[readonly string[], readonly string[], { all: number; wrong: number }]>([
    [[], ['a', 'b', 'c', 'd'], { all: 0, wrong: 0 }],
    [['a'], ['b', 'c', 'd'], { all: 1, wrong: 1 }],
    [['a', 'b', 'c', 'd'], [], { all: 4, wrong: 2 }],
    // One that is not in this list is no mirror of it.
    [['gone'], ['a', 'b', 'c', 'd'], { all: 0, wrong: 0 }],
  ])('%j: alarms come from %j, and are counted apart', (ids, heard, counts) => {
    expect([...withoutSilenced(FLEET, silenced(...ids)).keys()]).toEqual(heard)
    expect(silencedCounts(FLEET, silenced(...ids))).toEqual(counts)
  })

  it('keep their verdict', () => {
    expect(withoutSilenced(FLEET, silenced('b')).get('a')).toBe(FLEET.get('a'))
    expect(FLEET.get('b')?.kind).toBe('healthy')
  })
})
