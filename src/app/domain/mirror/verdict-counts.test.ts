import { expect, it } from 'vitest'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import { verdictCounts, verdictRank } from './verdict-counts.ts'
import { severityOf } from '#health/verdict-severity.ts'
import { VERDICTS } from '#health/mirror-verdict.ts'

it('counts mirrors by verdict, worst first, and leaves out what no mirror has', () => {
  const kinds: readonly VerdictKind[] = ['healthy', 'healthy', 'not-seen', 'never-seen', 'disabled']
  expect(verdictCounts(kinds.map((kind) => ({ kind })))).toEqual([
    { kind: 'not-seen', count: 1 },
    { kind: 'never-seen', count: 1 },
    { kind: 'disabled', count: 1 },
    { kind: 'healthy', count: 2 },
  ])
  expect(verdictCounts([])).toEqual([])
})

it('orders verdicts by severity: what cannot serve first, what works last', () => {
  const severities = ['bad', 'attention', 'unknown', 'busy', 'off', 'good']
  const places = VERDICTS.map((kind) => severities.indexOf(severityOf(kind)))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(verdictRank('healthy')).toBe(VERDICTS.length - 1)
})
