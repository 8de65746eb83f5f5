import { expect, it } from 'vitest'
import { Problem } from '#app/api/problem.ts'
import type { BulkItem } from './bulk-item.ts'
import { bulkResult, bulkVerb } from './bulk-words.ts'

it('a bulk button says what and how many', () => {
  expect(bulkVerb(1, 'accept')).toBe('Accept 1 mirror')
  expect(bulkVerb(1200, 'delete')).toBe('Delete 1,200 requests')
})

it('the result counts every kind of end, and claims nothing more', () => {
  const problem = new Problem({ kind: 'timeout' })
  const items: readonly BulkItem[] = [
    { kind: 'done' },
    { kind: 'settled', words: '' },
    { kind: 'failed', words: '' },
    { kind: 'failed', words: '' },
    { kind: 'unknown', problem, words: '' },
    { kind: 'waiting' },
  ]
  expect(bulkResult(items, 'accept')).toBe(
    '1 mirror was accepted, 1 handled by someone else, 2 failed, 1 with unknown outcome, 1 not sent.',
  )
  expect(bulkResult([{ kind: 'done' }, { kind: 'done' }], 'reject')).toBe('2 requests were rejected.')
})
