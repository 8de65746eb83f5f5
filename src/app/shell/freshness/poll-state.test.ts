import { describe, expect, it } from 'vitest'
import { IDLE_AFTER_MS } from '#app/browser/activity.ts'
import { pollStateOf } from './poll-state.ts'

const busy = { intervalMs: 60_000, isHidden: false, lastActivity: 1000, pausedUntil: 0, now: 1000 }

describe('polling', () => {
  it.each([
    ['continues while there is input', {}, { kind: 'on' }],
    ['is off when chosen so', { intervalMs: 0 }, { kind: 'off' }],
    ['pauses while the page is hidden', { isHidden: true }, { kind: 'hidden' }],
    ['goes on just before the idle limit', { now: 1000 + IDLE_AFTER_MS - 1 }, { kind: 'on' }],
    ['pauses after 15 minutes without input', { now: 1000 + IDLE_AFTER_MS }, { kind: 'idle' }],
    ['waits as long as Bitbucket asked', { pausedUntil: 5000 }, { kind: 'rate-limited', until: 5000 }],
    ['goes on when the wait is over', { pausedUntil: 1000 }, { kind: 'on' }],
    [
      'names the wait even when hidden',
      { pausedUntil: 5000, isHidden: true },
      { kind: 'rate-limited', until: 5000 },
    ],
  ])('%s', (_promise, facts, expected) => {
    expect(pollStateOf({ ...busy, ...facts })).toEqual(expected)
  })
})
