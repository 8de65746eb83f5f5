import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import { Problem } from '#app/api/problem.ts'
import { QUEUE_LIMITS } from '#app/domain/availability/ask-mirror.ts'
import { probeAnswer, probeFailure, probeRefusal } from '#app/domain/availability/testing/probe-results.ts'
import { coverageRunSample, questionsSample } from './testing/coverage-run-sample.ts'

const limits = { budget: 1000, depth: 'every' } as const
const served = () => Promise.resolve(probeAnswer)
const limited = new Problem({ kind: 'rate-limited', status: 429, retryAfterMs: 30_000 })

beforeEach(() => {
  vi.useFakeTimers({ now: 5000 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a coverage run', () => {
  it('asks everything once, leaves a place for a person, and keeps each answer with its time', async () => {
    const { run, asked, counts } = coverageRunSample(served)
    await run.start(questionsSample(20, ['a', 'b']), limits)
    expect(asked).toHaveLength(40)
    expect(counts.most).toBe(QUEUE_LIMITS.background)
    expect(run.answers.at('3', 'b')).toEqual({ state: 'served', at: 5000 })
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'done' }, left: 0 })
    await run.start(questionsSample(20, ['a', 'b']), limits)
    expect(asked).toHaveLength(40)
  })

  it('never asks more than its budget allows', async () => {
    const { run, asked } = coverageRunSample(served)
    await run.start(questionsSample(20, ['a', 'b']), { ...limits, budget: 7 })
    expect(asked).toHaveLength(7)
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'budget-spent' }, asked: 7, left: 33 })
  })

  it('asks no mirror after 429 until it may, and then goes on by itself', async () => {
    let isLimited = true
    const { run, asked } = coverageRunSample(() => (isLimited ? Promise.reject(limited) : served()))
    const questions = questionsSample(20, ['a'])
    await run.start(questions, limits)
    expect(asked.length).toBeLessThanOrEqual(QUEUE_LIMITS.perMirror)
    expect(run.snapshot().phase).toMatchObject({ kind: 'waiting', until: 35_000 })
    expect(run.answers.at('0', 'a')).toBeUndefined()
    isLimited = false
    const before = asked.length
    run.pause('person')
    await run.resume()
    await vi.advanceTimersByTimeAsync(29_000)
    expect(asked).toHaveLength(before)
    await vi.advanceTimersByTimeAsync(1000)
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'done' }, asked: 20 })
    expect(questions.repositoryIds.every((id) => run.answers.at(id, 'a')?.state === 'served')).toBe(true)
  })

  it.each([
    ['429 without a time', { kind: 'rate-limited', status: 429 }, 'waiting'],
    ['503 with one', { kind: 'unavailable', status: 503, retryAfterMs: 5000 }, 'waiting'],
    ['the end of the session', { kind: 'signed-out', status: 401 }, 'stopped'],
    ['a network that is away', { kind: 'offline' }, 'stopped'],
    ['what fails for every repository', { kind: 'not-permitted', status: 401 }, 'stopped'],
  ] as const)('after %s is not done, but %s: %s', async (_what, facts, kind) => {
    const { run, asked } = coverageRunSample(() => Promise.reject(new Problem(facts)))
    await run.start(questionsSample(100, ['a']), limits)
    expect(run.snapshot().phase.kind).toBe(kind)
    expect(asked.length).toBeLessThan(10)
    run.forget()
  })

  it('leaves out a repository that was removed meanwhile, and goes on', async () => {
    const gone = new Problem({ kind: 'not-found', status: 404 })
    const { run } = coverageRunSample(({ repositoryId }) =>
      repositoryId === '3' ? Promise.reject(gone) : served(),
    )
    await run.start(questionsSample(10, ['a', 'b', 'c']), limits)
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'done' }, left: 0 })
    expect(run.answers.at('3', 'a')).toBeUndefined()
    expect(run.answers.at('9', 'c')?.state).toBe('served')
  })

  it('pauses a mirror that fails three times in a row, and no other; the next start asks it again', async () => {
    let isDead = true
    const { run, asked } = coverageRunSample(({ mirrorId }) =>
      Promise.resolve(mirrorId === 'dead' && isDead ? probeFailure : probeAnswer),
    )
    await run.start(questionsSample(50, ['dead', 'well']), limits)
    const askedOf = (id: string) => asked.filter(({ mirrorId }) => mirrorId === id)
    expect(askedOf('dead').length).toBeLessThan(3 + QUEUE_LIMITS.perMirror)
    expect(askedOf('well')).toHaveLength(50)
    expect([...run.snapshot().paused]).toEqual(['dead'])
    expect(run.answers.at('0', 'dead')?.state).toBe('could-not-ask')
    expect(run.answers.at('49', 'dead')).toBeUndefined()
    isDead = false
    vi.setSystemTime(60_000)
    await run.start(questionsSample(50, ['dead', 'well']), limits)
    expect(askedOf('well')).toHaveLength(50)
    expect(run.answers.at('0', 'dead')?.state).toBe('served')
  })

  it('asks again what is older than a day', async () => {
    const { run, asked } = coverageRunSample(served)
    await run.start(questionsSample(3, ['a']), limits)
    vi.setSystemTime(5000 + 86_400_000)
    await run.start(questionsSample(3, ['a']), limits)
    expect(asked).toHaveLength(3)
    vi.setSystemTime(6000 + 86_400_000)
    expect(run.left(questionsSample(3, ['a']), 'every')).toBe(3)
    await run.start(questionsSample(3, ['a']), limits)
    expect(asked).toHaveLength(6)
  })

  it('goes on with the other mirrors while one hangs', async () => {
    const { run, asked } = coverageRunSample(({ mirrorId }) =>
      mirrorId === 'hangs' ? new Promise<never>(() => undefined) : served(),
    )
    void run.start(questionsSample(30, ['hangs', 'well']), limits)
    await eventually(() => expect(run.answers.at('29', 'well')?.state).toBe('served'))
    expect(asked.filter(({ mirrorId }) => mirrorId === 'hangs')).toHaveLength(QUEUE_LIMITS.perMirror)
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'asking' }, asked: 30, left: 30 })
    run.pause('person')
  })

  it('pauses when the page is left, and what was in flight costs nothing', async () => {
    const release = Promise.withResolvers<ProbeResult>()
    const { run, asked } = coverageRunSample(() => release.promise)
    const first = run.start(questionsSample(20, ['a']), limits)
    await eventually(() => expect(asked).toHaveLength(QUEUE_LIMITS.perMirror))
    run.pause('left')
    expect(run.snapshot().phase).toEqual({ kind: 'paused', reason: 'left' })
    release.resolve(probeAnswer)
    await first
    expect(asked).toHaveLength(QUEUE_LIMITS.perMirror)
    expect(run.answers.at('0', 'a')).toBeUndefined()
    await run.resume()
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'done' }, asked: 20 })
  })
})

const projects = (count: number, mirrorIds: readonly string[]) => ({
  projectIds: Array.from({ length: count }, (_none, at) => `p${String(at)}`),
  repositoryIds: [],
  mirrorIds,
})

describe('projects in a coverage run', () => {
  it('are each read once, when they are needed, and asked about by one repository', async () => {
    const { run, asked, read } = coverageRunSample(served)
    await run.start(projects(3, ['a', 'b']), limits)
    expect(read).toEqual(['p0', 'p1', 'p2'])
    expect(asked.map(({ repositoryId, mirrorId }) => repositoryId + mirrorId).toSorted()).toEqual(
      ['p0', 'p1', 'p2'].flatMap((id) => [`of ${id}a`, `of ${id}b`]),
    )
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'done' }, asked: 6, left: 0 })
    await run.start(projects(3, ['a', 'b']), limits)
    expect(read).toHaveLength(3)
  })

  it('are not read far ahead of the budget', async () => {
    const { run, read } = coverageRunSample(served)
    await run.start(projects(2000, ['a', 'b']), { ...limits, budget: 4 })
    expect(read.length).toBeLessThan(8)
    expect(run.snapshot().left).toBe(4000 - 4)
  })

  it('without repositories are known as empty, and cost no question', async () => {
    const { run, asked } = coverageRunSample(served, (projectId) =>
      Promise.resolve(projectId === 'p1' ? { kind: 'empty' } : { kind: 'repository', id: `of ${projectId}` }),
    )
    await run.start(projects(3, ['a']), limits)
    expect(run.samples.of('p1')).toMatchObject({ kind: 'empty', at: 5000 })
    expect(asked).toHaveLength(2)
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'done' }, left: 0 })
  })

  it('that cannot be read are left out, and tried again by the next start', async () => {
    let isGone = true
    const { run, asked } = coverageRunSample(served, (projectId) =>
      projectId === 'p1' && isGone
        ? Promise.reject(new Problem({ kind: 'not-found', status: 404 }))
        : Promise.resolve({ kind: 'repository', id: `of ${projectId}` }),
    )
    await run.start(projects(3, ['a']), limits)
    expect(run.samples.of('p1')?.kind).toBe('failed')
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'done' }, left: 0 })
    expect(asked).toHaveLength(2)
    isGone = false
    vi.setSystemTime(60_000)
    await run.start(projects(3, ['a']), limits)
    expect(run.answers.at('of p1', 'a')?.state).toBe('served')
  })

  it('wait with the mirrors when Bitbucket limits the rate, and are read then', async () => {
    let isLimited = true
    const { run } = coverageRunSample(served, (projectId) =>
      isLimited ? Promise.reject(limited) : Promise.resolve({ kind: 'repository', id: `of ${projectId}` }),
    )
    await run.start(projects(3, ['a']), limits)
    expect(run.snapshot().phase.kind).toBe('waiting')
    isLimited = false
    await vi.advanceTimersByTimeAsync(30_000)
    expect(run.snapshot()).toMatchObject({ phase: { kind: 'done' }, asked: 3 })
  })

  it('whose repository is gone are read again by the next start', async () => {
    let isGone = true
    const { run, read } = coverageRunSample(({ repositoryId }) =>
      repositoryId === 'of p0' && isGone
        ? Promise.reject(new Problem({ kind: 'not-found', status: 404 }))
        : served(),
    )
    await run.start(projects(2, ['a']), limits)
    expect(run.samples.of('p0')?.kind).toBe('failed')
    isGone = false
    vi.setSystemTime(60_000)
    await run.start(projects(2, ['a']), limits)
    expect(read).toEqual(['p0', 'p1', 'p0'])
    expect(run.answers.at('of p0', 'a')?.state).toBe('served')
  })
})

describe('asking until two mirrors serve a repository', () => {
  const mirrorIds = Array.from({ length: 100 }, (_none, at) => `m${String(at)}`)
  const ask = async (serves: (question: ProbeRequest) => boolean) => {
    const sample = coverageRunSample((question) =>
      Promise.resolve(serves(question) ? probeAnswer : probeRefusal),
    )
    await sample.run.start(projects(50, mirrorIds), { budget: 100_000, depth: 'two' })
    expect(sample.run.snapshot()).toMatchObject({ phase: { kind: 'done' }, left: 0 })
    return sample
  }

  it('takes two questions where all serve it, spread over the mirrors', async () => {
    const { asked } = await ask(() => true)
    expect(asked).toHaveLength(100)
    expect(new Set(asked.map(({ mirrorId }) => mirrorId)).size).toBe(100)
  })

  it('asks every mirror where only one serves it: a sole copy is proven by all others', async () => {
    const { asked } = await ask(({ repositoryId, mirrorId }) => repositoryId !== 'of p7' || mirrorId === 'm3')
    expect(asked.filter(({ repositoryId }) => repositoryId === 'of p7')).toHaveLength(100)
    expect(asked).toHaveLength(100 + 2 * 49)
  })
})
