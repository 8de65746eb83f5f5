import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { IDLE_AFTER_MS } from '#app/browser/activity.ts'
import { probeAnswer } from '#app/domain/availability/testing/probe-results.ts'
import { heedAttendance } from './heed-attendance.ts'
import { coverageRunSample, questionsSample } from './testing/coverage-run-sample.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('nothing is asked for a person who is away, and it goes on when they are back', async () => {
  let release = Promise.withResolvers<typeof probeAnswer>()
  const { run, asked } = coverageRunSample(() => release.promise)
  heedAttendance(run)
  void run.start(questionsSample(9, ['a']), { budget: 100, depth: 'every' })
  await vi.advanceTimersByTimeAsync(IDLE_AFTER_MS)
  expect(run.snapshot().phase).toEqual({ kind: 'paused', reason: 'away' })
  const before = asked.length
  release.resolve(probeAnswer)
  await vi.advanceTimersByTimeAsync(IDLE_AFTER_MS)
  expect(asked).toHaveLength(before)
  release = Promise.withResolvers()
  release.resolve(probeAnswer)
  dispatchEvent(new Event('pointermove'))
  await vi.advanceTimersByTimeAsync(0)
  expect(run.snapshot()).toMatchObject({ phase: { kind: 'done' }, asked: 9 })
  // Nothing is left that would watch a person for a run that has ended.
  await vi.advanceTimersByTimeAsync(1000)
  expect(vi.getTimerCount()).toBe(0)
})
