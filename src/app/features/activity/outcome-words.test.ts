import { describe, expect, it } from 'vitest'
import type { ActivityEntry } from '#contract/activity.ts'
import { outcomeWords } from './outcome-words.ts'

describe('what became of a write', () => {
  it.each<[ActivityEntry['outcome'], number | null, string, string]>([
    ['answered', 200, 'good', 'Answered as done (200)'],
    ['answered', 204, 'good', 'Answered as done (204)'],
    ['answered', 302, 'bad', 'Answered with an error (302)'],
    ['answered', 409, 'bad', 'Answered with an error (409)'],
    ['answered', 502, 'bad', 'Answered with an error (502)'],
    ['answered', null, 'attention', 'No answer: it may have been done or not'],
    ['no-answer', null, 'attention', 'No answer: it may have been done or not'],
    ['not-sent', null, 'off', 'Not sent: the console refused it'],
  ])('that was %s with the status %j is said without claiming more', (outcome, status, tone, words) => {
    expect(outcomeWords({ outcome, status })).toEqual({ tone, words })
  })
})
