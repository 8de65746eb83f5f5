import { describe, expect, test } from 'vitest'
import type { ProbeResult } from '#contract/probe.ts'
import { Problem } from '#app/api/problem.ts'
import { CONCURRENCY, createCoverageRun } from './coverage-run.ts'
import type { Question, Questions } from './question.ts'

const served: ProbeResult = {
  kind: 'answered',
  answer: {
    repositoryId: '1',
    mirrorName: null,
    available: true,
    status: 'AVAILABLE',
    lastUpdated: null,
    cloneUrls: [],
    pushUrls: [],
  },
  checkedAt: 0,
  tookMs: 1,
  clockDifferenceMs: 0,
}

const dead: ProbeResult = {
  kind: 'failed',
  failure: 'unreachable',
  status: null,
  detail: null,
  checkedAt: 0,
  tookMs: 1,
  clockDifferenceMs: null,
}

const questionsFor = (repositories: number, mirrorIds: readonly string[]): Questions => ({
  repositoryIds: Array.from({ length: repositories }, (_, index) => String(index)),
  mirrorIds,
})

/** A run that counts what it asks. */
const counted = (answer: (question: Question) => Promise<ProbeResult>) => {
  const asked: Question[] = []
  const counts = { inside: 0, most: 0 }
  const run = createCoverageRun({
    now: () => 5000,
    ask: async (question, signal) => {
      asked.push(question)
      counts.inside += 1
      counts.most = Math.max(counts.most, counts.inside)
      try {
        const result = await answer(question)
        signal.throwIfAborted()
        return result
      } finally {
        counts.inside -= 1
      }
    },
  })
  return { run, asked, counts }
}

describe('the asking for coverage', () => {
  test('asks everything once, at most five at a time, and keeps each answer with its time', async () => {
    const { run, asked, counts } = counted(() => Promise.resolve(served))
    await run.start(questionsFor(20, ['a', 'b']), 100)
    expect(asked).toHaveLength(40)
    expect(counts.most).toBe(CONCURRENCY)
    expect(run.answers.at('3', 'b')).toEqual({ state: 'served', at: 5000 })
    expect(run.snapshot().phase.kind).toBe('done')
    await run.start(questionsFor(20, ['a', 'b']), 100)
    expect(asked).toHaveLength(40)
  })

  test('never asks more than its budget allows', async () => {
    const { run, asked } = counted(() => Promise.resolve(served))
    await run.start(questionsFor(20, ['a', 'b']), 7)
    expect(asked).toHaveLength(7)
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'budget-spent' }, asked: 7, left: 33 })
  })

  test('stops at 429 and asks nobody until it is told to go on', async () => {
    let isLimited = true
    const { run, asked } = counted(() =>
      isLimited
        ? Promise.reject(new Problem({ kind: 'rate-limited', status: 429, retryAfterMs: 30_000 }))
        : Promise.resolve(served),
    )
    const questions = questionsFor(20, ['a'])
    await run.start(questions, 100)
    expect(asked.length).toBeLessThanOrEqual(CONCURRENCY)
    expect(run.snapshot().phase).toMatchObject({ kind: 'stopped', problem: { kind: 'rate-limited' } })
    expect(run.answers.at('0', 'a')).toBeUndefined()
    isLimited = false
    await run.resume(questions)
    expect(run.snapshot().phase.kind).toBe('done')
    expect(questions.repositoryIds.every((id) => run.answers.at(id, 'a')?.state === 'served')).toBe(true)
  })

  test('leaves a mirror alone that fails three times in a row, and no other', async () => {
    const { run, asked } = counted(({ mirrorId }) => Promise.resolve(mirrorId === 'dead' ? dead : served))
    await run.start(questionsFor(50, ['dead', 'well']), 1000)
    expect(asked.filter(({ mirrorId }) => mirrorId === 'dead').length).toBeLessThan(3 + CONCURRENCY)
    expect(asked.filter(({ mirrorId }) => mirrorId === 'well')).toHaveLength(50)
    expect([...run.snapshot().resting]).toEqual(['dead'])
    expect(run.answers.at('0', 'dead')?.state).toBe('could-not-ask')
    expect(run.answers.at('49', 'dead')).toBeUndefined()
  })

  test('pauses when it is told to or the page is left, and what was under way costs nothing', async () => {
    const release = Promise.withResolvers<ProbeResult>()
    const { run, asked } = counted(() => release.promise)
    const questions = questionsFor(20, ['a'])
    const first = run.start(questions, 100)
    run.leave()
    expect(run.snapshot().phase).toEqual({ kind: 'paused', isByLeaving: true })
    release.resolve(served)
    await first
    expect(asked).toHaveLength(CONCURRENCY)
    expect(run.answers.at('0', 'a')).toBeUndefined()
    await run.resume(questions)
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'done' }, asked: 20 })
  })

  test('forgets what was said to somebody else', async () => {
    const { run } = counted(() => Promise.resolve(served))
    run.belongTo('jane')
    await run.start(questionsFor(1, ['a']), 10)
    run.belongTo('jane')
    expect(run.answers.at('0', 'a')).toBeDefined()
    run.belongTo('joe')
    expect(run.answers.at('0', 'a')).toBeUndefined()
  })
})
