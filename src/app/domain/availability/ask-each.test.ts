import { describe, expect, it } from 'vitest'
import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import { Problem } from '#app/api/problem.ts'
import { askEach } from './ask-each.ts'
import { createMirrorAsker, PAUSED_AFTER } from './mirror-asker.ts'
import { createMirrorQueue } from './mirror-queue.ts'
import { probeAnswer, probeFailure } from './testing/probe-results.ts'

const ids = Array.from({ length: 10 }, (_, index) => String(index))

const run = async (
  reply: (question: ProbeRequest) => ProbeResult | Error,
  { mirrorIds = ['a'], control = new AbortController() } = {},
) => {
  const asked: string[] = []
  const answered: string[] = []
  const probe = async (question: ProbeRequest) => {
    asked.push(question.mirrorId + question.repositoryId)
    const result = await Promise.resolve(reply(question))
    if (result instanceof Error) throw result
    return result
  }
  const queue = createMirrorQueue({ perMirror: 2, inAll: 5, background: 4 })
  const left = new Map(mirrorIds.map((id) => [id, ids.values()]))
  const error: unknown = await askEach(mirrorIds, {
    asker: createMirrorAsker(probe, queue),
    next: (mirrorId) => left.get(mirrorId)?.next().value,
    onAnswer: ({ mirrorId, repositoryId }) => answered.push(mirrorId + repositoryId),
    signal: control.signal,
  }).then(
    () => null,
    (thrown: unknown) => thrown,
  )
  return { asked, answered, error }
}

describe('asking one question after the other', () => {
  it('asks each question once, and every mirror about the first repository before the last', async () => {
    const { asked, answered, error } = await run(() => probeAnswer, { mirrorIds: ['a', 'b', 'c'] })
    const all = ['a', 'b', 'c'].flatMap((mirror) => ids.map((id) => mirror + id))
    expect(asked.toSorted()).toEqual(all)
    expect(answered.toSorted()).toEqual(all)
    expect(asked.slice(0, 3)).toEqual(['a0', 'b0', 'c0'])
    expect(error).toBeNull()
  })

  it('pauses a mirror that fails three times in a row, and finishes the others', async () => {
    const { asked } = await run(({ mirrorId }) => (mirrorId === 'a' ? probeFailure : probeAnswer), {
      mirrorIds: ['a', 'b'],
    })
    expect(asked.filter((question) => question.startsWith('a')).length).toBeLessThanOrEqual(PAUSED_AFTER + 1)
    expect(asked.filter((question) => question.startsWith('b'))).toHaveLength(ids.length)
  })

  it('goes on when failures are mixed with answers', async () => {
    const { asked } = await run(({ repositoryId }) =>
      Number(repositoryId) % 2 === 0 ? probeFailure : probeAnswer,
    )
    expect(asked).toHaveLength(ids.length)
  })

  it('stops at once when a question is refused', async () => {
    const refused = new Problem({ kind: 'rate-limited', status: 429 })
    const { asked, error } = await run(() => refused)
    expect(error).toBe(refused)
    expect(asked.length).toBeLessThanOrEqual(2)
  })

  it('stops when it is cancelled', async () => {
    const control = new AbortController()
    const { asked, error } = await run(
      ({ repositoryId }) => {
        if (repositoryId === '3') control.abort(new Error('left'))
        return probeAnswer
      },
      { control },
    )
    expect(asked.length).toBeLessThanOrEqual(5)
    expect(error).toEqual(new Error('left'))
  })
})
