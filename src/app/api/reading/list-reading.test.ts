import { describe, expect, it } from 'vitest'
import { Problem } from '#app/api/problem.ts'
import { isComing, type ListReading, listReadingOf, type ReadingFacts } from './list-reading.ts'

const part: ReadingFacts = {
  rows: 100,
  hasMore: true,
  isFetching: false,
  isFetchingNext: false,
  error: null,
  waitsUntil: null,
  isStopped: false,
  isWanted: false,
}
const whole = { ...part, hasMore: false }
const next = { ...part, isFetching: true, isFetchingNext: true }
const error = new Problem({ kind: 'server' })

describe('the reading of a list', () => {
  it.each<[string, ReadingFacts, ListReading['kind']]>([
    ['that came in one page', whole, 'ended'],
    ['that is refreshed', { ...whole, isFetching: true }, 'ended'],
    ['that is long and is refreshed', { ...whole, rows: 1001, isFetching: true }, 'again'],
    ['of which a part is enough', part, 'part'],
    ['of which one more page is read', next, 'more'],
    ['that is wanted', { ...part, isWanted: true }, 'rest'],
    ['that is wanted, with a page under way', { ...next, isWanted: true }, 'rest'],
    ['that is wanted while it is refreshed', { ...part, isWanted: true, isFetching: true }, 'rest'],
    ['that has to wait', { ...next, isWanted: true, waitsUntil: 1 }, 'waiting'],
    ['that was stopped', { ...part, isWanted: true, isStopped: true }, 'stopped'],
    ['that was stopped before anyone wanted it', { ...part, isStopped: true }, 'stopped'],
    ['with a page that failed', { ...part, isWanted: true, error }, 'failed'],
    ['with a page that failed and was stopped', { ...part, isStopped: true, error }, 'failed'],
    ['with a page that is tried again', { ...next, isWanted: true, error }, 'rest'],
    ['that came to its end after an error', { ...whole, error }, 'ended'],
  ])('%s is known', (_what, facts, kind) => expect(listReadingOf(facts).kind).toBe(kind))

  it.each([
    ['ended', false],
    ['part', false],
    ['more', true],
    ['rest', true],
    ['stopped', false],
    ['again', false],
  ] as const)('that is "%s" brings rows by itself: %o', (kind, is) => expect(isComing({ kind })).toBe(is))
})
