import { describe, expect, it } from 'vitest'
import { Problem, type ProblemKind } from '#app/api/problem.ts'
import { hasEveryProject, listRefusalOf } from './known-projects.ts'

describe('the list of projects', () => {
  it.each<[ProblemKind, boolean]>([
    ['not-permitted', true],
    ['not-found', true],
    ['no-mirroring', true],
    ['not-bitbucket', true],
    ['unreadable', true],
    ['invalid', true],
    ['rate-limited', false],
    ['unavailable', false],
    ['timeout', false],
    ['unreachable', false],
    ['offline', false],
    ['signed-out', false],
    ['server', false],
  ])('that ends with "%s" is not to be had: %s', (kind, isRefused) => {
    const error = new Problem({ kind })
    expect(listRefusalOf({ data: undefined, error })).toBe(isRefused ? kind : null)
    // What was read before is still there.
    expect(listRefusalOf({ data: {}, error })).toBeNull()
  })

  it.each([
    ['was read to its end', {}, true],
    ['has a row that cannot be read', { unreadable: [{ index: 0, id: null, problem: '' }] }, false],
    ['ended early', { fault: 'repeats' as const }, false],
    ['has more', { hasMore: true }, false],
    ['changed while it was read', { hasChanged: true }, false],
  ])('that %s has every project: %s', (_what, given, isEvery) => {
    const list = { rows: [], unreadable: [], fault: null, hasMore: false, duplicates: 0, ...given }
    expect(hasEveryProject(list)).toBe(isEvery)
    expect(hasEveryProject(undefined)).toBe(false)
  })
})
