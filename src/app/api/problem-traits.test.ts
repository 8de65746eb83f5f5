import { describe, expect, it, expectTypeOf } from 'vitest'
import { Problem, type ProblemKind } from './problem.ts'
import { problemText } from './problem-text.ts'
import { mayHaveTakenEffect, problemTraits } from './problem-traits.ts'

describe('what a problem means', () => {
  it('is said for every kind: a table that lacks one does not compile', () => {
    expectTypeOf<keyof typeof problemTraits>().toEqualTypeOf<ProblemKind>()
    expectTypeOf<Omit<typeof problemTraits, 'captcha'>>().not.toExtend<typeof problemTraits>()
    expect(Object.keys(problemTraits).toSorted()).toEqual(Object.keys(problemText).toSorted())
  })

  it.each<[ProblemKind, boolean]>([
    ['offline', true],
    ['timeout', true],
    ['unreadable', true],
    ['server', true],
    ['conflict', false],
    ['not-found', false],
    ['not-permitted', false],
    ['rate-limited', false],
    ['invalid', false],
  ])('a write that ended with %s may have taken effect: %s', (kind, expected) =>
    expect(mayHaveTakenEffect(new Problem({ kind }))).toBe(expected),
  )

  it('a read is tried again after an answer that settles a write only where the console was busy', () => {
    const answered = Object.entries(problemTraits).filter(([, { write }]) => write !== 'lost')
    const tried = answered.filter(([, { readRetries }]) => readRetries > 0)
    expect(tried.map(([kind]) => kind)).toEqual(['console-busy'])
  })
})
