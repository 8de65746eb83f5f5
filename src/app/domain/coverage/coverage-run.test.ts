import { describe, expect, it, vi } from 'vitest'
import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import { Problem } from '#app/api/problem.ts'
import { QUEUE_LIMITS } from '#app/domain/availability/ask-mirror.ts'
import { createMirrorAsker } from '#app/domain/availability/mirror-asker.ts'
import { createMirrorQueue } from '#app/domain/availability/mirror-queue.ts'
import { createCoverageRun } from './coverage-run.ts'
import type { Questions } from './open-questions.ts'

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
const counted = (answer: (question: ProbeRequest) => Promise<ProbeResult>) => {
  const asked: ProbeRequest[] = []
  const counts = { inside: 0, most: 0 }
  const probe = async (question: ProbeRequest, signal: AbortSignal) => {
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
  }
  const asker = createMirrorAsker(probe, createMirrorQueue(QUEUE_LIMITS))
  const run = createCoverageRun({ now: () => 5000, asker })
  return { run, asked, counts }
}

describe('a coverage run', () => {
  it('asks everything once, leaves a place for a person, and keeps each answer with its time', async () => {
    const { run, asked, counts } = counted(() => Promise.resolve(served))
    await run.start(questionsFor(20, ['a', 'b']), 100)
    expect(asked).toHaveLength(40)
    expect(counts.most).toBe(QUEUE_LIMITS.background)
    expect(run.answers.at('3', 'b')).toEqual({ state: 'served', at: 5000 })
    expect(run.snapshot().phase.kind).toBe('done')
    await run.start(questionsFor(20, ['a', 'b']), 100)
    expect(asked).toHaveLength(40)
  })

  it('never asks more than its budget allows', async () => {
    const { run, asked } = counted(() => Promise.resolve(served))
    await run.start(questionsFor(20, ['a', 'b']), 7)
    expect(asked).toHaveLength(7)
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'budget-spent' }, asked: 7, left: 33 })
  })

  it('stops at 429 and asks no mirror until it is resumed', async () => {
    let isLimited = true
    const { run, asked } = counted(() =>
      isLimited
        ? Promise.reject(new Problem({ kind: 'rate-limited', status: 429, retryAfterMs: 30_000 }))
        : Promise.resolve(served),
    )
    const questions = questionsFor(20, ['a'])
    await run.start(questions, 100)
    expect(asked.length).toBeLessThanOrEqual(QUEUE_LIMITS.perMirror)
    expect(run.snapshot().phase).toMatchObject({ kind: 'stopped', problem: { kind: 'rate-limited' } })
    expect(run.answers.at('0', 'a')).toBeUndefined()
    isLimited = false
    await run.resume(questions)
    expect(run.snapshot().phase.kind).toBe('done')
    expect(questions.repositoryIds.every((id) => run.answers.at(id, 'a')?.state === 'served')).toBe(true)
  })

  it('pauses a mirror that fails three times in a row, and no other', async () => {
    const { run, asked } = counted(({ mirrorId }) => Promise.resolve(mirrorId === 'dead' ? dead : served))
    await run.start(questionsFor(50, ['dead', 'well']), 1000)
    expect(asked.filter(({ mirrorId }) => mirrorId === 'dead').length).toBeLessThan(
      3 + QUEUE_LIMITS.perMirror,
    )
    expect(asked.filter(({ mirrorId }) => mirrorId === 'well')).toHaveLength(50)
    expect([...run.snapshot().paused]).toEqual(['dead'])
    expect(run.answers.at('0', 'dead')?.state).toBe('could-not-ask')
    expect(run.answers.at('49', 'dead')).toBeUndefined()
  })

  it('goes on with the other mirrors while one hangs', async () => {
    const { run, asked } = counted(({ mirrorId }) =>
      mirrorId === 'hangs' ? new Promise<never>(() => undefined) : Promise.resolve(served),
    )
    void run.start(questionsFor(30, ['hangs', 'well']), 1000)
    await vi.waitFor(() => expect(run.answers.at('29', 'well')?.state).toBe('served'))
    expect(asked.filter(({ mirrorId }) => mirrorId === 'hangs')).toHaveLength(QUEUE_LIMITS.perMirror)
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'asking' }, asked: 30, left: 30 })
    run.pause()
  })

  it('pauses when the page is left, and what was in flight costs nothing', async () => {
    const release = Promise.withResolvers<ProbeResult>()
    const { run, asked } = counted(() => release.promise)
    const questions = questionsFor(20, ['a'])
    const first = run.start(questions, 100)
    await vi.waitFor(() => expect(asked).toHaveLength(QUEUE_LIMITS.perMirror))
    run.leave()
    expect(run.snapshot().phase).toEqual({ kind: 'paused', isByLeaving: true })
    release.resolve(served)
    await first
    expect(asked).toHaveLength(QUEUE_LIMITS.perMirror)
    expect(run.answers.at('0', 'a')).toBeUndefined()
    await run.resume(questions)
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'done' }, asked: 20 })
  })

  it('forgets the answers to another user', async () => {
    const { run } = counted(() => Promise.resolve(served))
    run.belongTo('jane')
    await run.start(questionsFor(1, ['a']), 10)
    run.belongTo('jane')
    expect(run.answers.at('0', 'a')).toBeDefined()
    run.belongTo('joe')
    expect(run.answers.at('0', 'a')).toBeUndefined()
  })
})
