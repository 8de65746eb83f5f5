import { describe, expect, it } from 'vitest'
import { mirrorSample } from '#app/domain/mirror/testing/mirror-sample.ts'
import { MAX_QUESTIONS, rowQuestions } from './row-questions.ts'

const many = (count: number) => Array.from({ length: count }, (_, at) => String(at))

describe('the questions about rows in view', () => {
  it('go to every mirror but those that are disabled or have an id that cannot stand in an address', () => {
    const mirrors = [
      mirrorSample('a'),
      mirrorSample('off', false),
      mirrorSample('..'),
      mirrorSample('unclear', null),
    ]
    expect(rowQuestions(mirrors, ['1', '2'])).toEqual(
      new Map([
        ['a', ['1', '2']],
        ['unclear', ['1', '2']],
      ]),
    )
  })

  it.each([
    [1, 1000, MAX_QUESTIONS],
    [10, 50, 500],
    [10, 61, MAX_QUESTIONS],
    [700, 3, 700],
    [0, 5, 0],
  ])('of %d mirrors about %d rows are %d', (mirrors, rows, expected) => {
    const questions = rowQuestions(
      many(mirrors).map((id) => mirrorSample(id)),
      many(rows),
    )
    expect([...questions.values()].reduce((sum, { length }) => sum + length, 0)).toBe(expected)
  })
})
