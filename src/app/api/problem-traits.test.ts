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

  it('a read is not tried again after an answer that settles a write', () => {
    const answered = Object.values(problemTraits).filter(({ write }) => write !== 'lost')
    expect(answered.map(({ readRetries }) => readRetries)).toEqual(answered.map(() => 0))
  })
})
