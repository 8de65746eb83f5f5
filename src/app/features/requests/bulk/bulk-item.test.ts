import { expect, it } from 'vitest'
import { Problem, type ProblemKind } from '#app/api/problem.ts'
import { isHalting } from './bulk-item.ts'

it('a run ends with a refusal that every request would meet, and with no other', () => {
  const kinds: ProblemKind[] = [
    'offline',
    'signed-out',
    'not-permitted',
    'rate-limited',
    'conflict',
    'timeout',
  ]
  expect(kinds.filter((kind) => isHalting(new Problem({ kind })))).toEqual(kinds.slice(0, 4))
  expect(isHalting(new Error('a fault of our own'))).toBe(false)
})
