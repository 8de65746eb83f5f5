import { describe, expect, it } from 'vitest'
import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import { Problem } from '#app/api/problem.ts'
import { QUEUE_LIMITS } from '#app/domain/availability/ask-mirror.ts'
import { createMirrorAsker } from '#app/domain/availability/mirror-asker.ts'
import { createMirrorQueue } from '#app/domain/availability/mirror-queue.ts'
import { probeAnswer, probeFailure, probeRefusal } from '#app/domain/availability/testing/probe-results.ts'
import { checkLosses, type LossCheck } from './check-losses.ts'
import { createCoverageAnswers } from './coverage-answers.ts'
import { createProjectSamples } from './project-samples.ts'

const NOW = Date.UTC(2026, 10, 27)

/** One repository `of 1` in project 1 and so on, on mirrors that answer by their name. */
const checked = async (
  answer: (question: ProbeRequest) => ProbeResult,
  given: Partial<LossCheck> = {},
  knowledge = { answers: createCoverageAnswers(), samples: createProjectSamples() },
) => {
  const asked: string[] = []
  const probe = (question: ProbeRequest) => {
    asked.push(`${question.repositoryId} at ${question.mirrorId}`)
    return Promise.resolve(answer(question))
  }
  const parts = {
    asker: createMirrorAsker(probe, createMirrorQueue(QUEUE_LIMITS)),
    readSample: (projectId: string) =>
      projectId === 'gone'
        ? Promise.reject(new Problem({ kind: 'not-found', status: 404 }))
        : Promise.resolve({ kind: 'repository', id: `of ${projectId}` } as const),
    now: () => NOW,
    knowledge,
  }
  const check = { projectIds: ['1'], mirrorId: 'goes', otherIds: ['a', 'b', 'c'], budget: 200, ...given }
  await checkLosses(check, parts, { onChange: () => undefined, signal: new AbortController().signal })
  return { ...knowledge, asked }
}

const servedBy =
  (...ids: readonly string[]) =>
  ({ mirrorId }: ProbeRequest) =>
    ids.includes(mirrorId) ? probeAnswer : probeRefusal

describe('asking what the going of a mirror means', () => {
  it.each([
    ['another mirror serves it', servedBy('goes', 'a'), ['goes', 'a']],
    ['a later one does', servedBy('goes', 'b'), ['goes', 'a', 'b']],
    ['no other does: only all of them prove it', servedBy('goes'), ['goes', 'a', 'b', 'c']],
    ['it is not on the mirror that goes', servedBy('a'), ['goes']],
  ] as const)('takes the fewest questions where %s', async (_what, answer, mirrorIds) => {
    const { asked } = await checked(answer)
    expect(asked).toEqual(mirrorIds.map((id) => `of 1 at ${id}`))
  })

  it('asks nothing that coverage knows, and asks again what is old', async () => {
    const first = await checked(servedBy('goes'))
    const again = await checked(servedBy('goes'), {}, first)
    expect(again.asked).toEqual([])
    first.answers.remember('of 1', 'b', { state: 'not-mirrored', at: NOW - 2 * 86_400_000 })
    expect((await checked(servedBy('goes'), {}, first)).asked).toEqual(['of 1 at b'])
  })

  it('never asks more than is allowed', async () => {
    const projectIds = Array.from({ length: 20 }, (_none, at) => String(at))
    const { asked } = await checked(servedBy('goes'), { projectIds, budget: 30 })
    expect(asked).toHaveLength(30)
  })

  it('goes on with the other mirrors where the one that goes is dead, and leaves it out after three failures', async () => {
    const projectIds = Array.from({ length: 20 }, (_none, at) => String(at))
    const { asked, answers } = await checked(
      ({ mirrorId }) => (mirrorId === 'goes' ? probeFailure : probeAnswer),
      { projectIds },
    )
    expect(asked.filter((line) => line.endsWith(' at goes')).length).toBeLessThan(10)
    expect(projectIds.every((id) => answers.at(`of ${id}`, 'a')?.state === 'served')).toBe(true)
  })

  it('leaves out a project that was removed meanwhile', async () => {
    const { asked, samples } = await checked(servedBy('goes', 'a'), { projectIds: ['gone', '2'] })
    expect(samples.of('gone')?.kind).toBe('failed')
    expect(asked).toEqual(['of 2 at goes', 'of 2 at a'])
  })
})
