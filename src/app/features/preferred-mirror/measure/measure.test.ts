import { createMirrorQueue } from '#app/domain/availability/mirror-queue.ts'
import { describe, expect, it } from 'vitest'
import { measure, type Measurement, type MeasureTarget, REQUESTS_EACH, type Timed } from './measure.ts'

const queue = () => createMirrorQueue({ perMirror: 2, inAll: 3, background: 3 })

/** A server that gives these answers in turn, then repeats the last. */
const server = (id: string, ...answers: readonly (number | string)[]) => {
  const asked: number[] = []
  const target: MeasureTarget = {
    id,
    ask: (signal): Promise<Timed> => {
      signal.throwIfAborted()
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? 0
      asked.push(asked.length)
      return Promise.resolve(
        typeof answer === 'number' ? { kind: 'took', ms: answer } : { kind: 'failed', why: answer },
      )
    },
  }
  return { target, asked }
}

const measureAll = async (...targets: readonly MeasureTarget[]) => {
  const results: Record<string, Measurement> = {}
  await measure(
    targets,
    (id, measurement) => {
      results[id] = measurement
    },
    queue(),
    new AbortController().signal,
  )
  return results
}

describe('measuring', () => {
  it('drops the first request and reports median and spread of the others', async () => {
    const { target, asked } = server('dublin', 900, 30, 10, 20, 50)
    expect(await measureAll(target)).toEqual({
      dublin: { kind: 'measured', timings: { medianMs: 25, fastestMs: 10, slowestMs: 50 }, failures: 0 },
    })
    expect(asked).toHaveLength(REQUESTS_EACH)
  })

  it('asks a server once that does not answer, and goes on with the others', async () => {
    const silent = server('mumbai', 'Timed out')
    const results = await measureAll(silent.target, server('dublin', 5).target)
    expect(results['mumbai']).toEqual({ kind: 'failed', why: 'Timed out' })
    expect(results['dublin']).toMatchObject({ kind: 'measured' })
    expect(silent.asked).toHaveLength(1)
  })

  it('counts what failed in between', async () => {
    const results = await measureAll(server('dublin', 9, 'Busy', 10, 20, 30).target)
    expect(results['dublin']).toMatchObject({ timings: { medianMs: 20 }, failures: 1 })
    expect(await measureAll(server('mumbai', 9, 'Busy').target)).toEqual({
      mumbai: { kind: 'failed', why: 'Busy' },
    })
  })

  it('asks no server once it is stopped', async () => {
    const stop = new AbortController()
    const results: string[] = []
    const { target, asked } = server('dublin', 5)
    const stopping: MeasureTarget = {
      id: 'mumbai',
      ask: () => {
        stop.abort(new Error('left'))
        return Promise.resolve({ kind: 'took', ms: 1 })
      },
    }
    const others = ['a', 'b', 'c', 'd'].map((id) => ({ id, ask: target.ask }))
    await expect(
      measure([stopping, ...others], (id) => results.push(id), queue(), stop.signal),
    ).rejects.toThrow('left')
    const before = asked.length
    await Promise.resolve()
    expect(asked.length).toBe(before)
    expect(results).toEqual([])
  })
})
