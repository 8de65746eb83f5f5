import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import { QUEUE_LIMITS } from '#app/domain/availability/ask-mirror.ts'
import { createMirrorAsker } from '#app/domain/availability/mirror-asker.ts'
import { createMirrorQueue } from '#app/domain/availability/mirror-queue.ts'
import { createCoverageRun } from '#app/domain/coverage/coverage-run.ts'
import type { Questions } from '#app/domain/coverage/open-questions.ts'
import type { Sample } from '#app/domain/coverage/project-samples.ts'

/** Questions about so many repositories, by their numbers. */
export const questionsSample = (repositories: number, mirrorIds: readonly string[]): Questions => ({
  projectIds: [],
  repositoryIds: Array.from({ length: repositories }, (_none, index) => String(index)),
  mirrorIds,
})

/** A run, and what it asked and read. In a project named `p` the repository `of p` stands for it. */
export const coverageRunSample = (
  answer: (question: ProbeRequest) => Promise<ProbeResult>,
  readSample: (projectId: string) => Promise<Sample> = (projectId) =>
    Promise.resolve({ kind: 'repository', id: `of ${projectId}` }),
) => {
  const asked: ProbeRequest[] = []
  const read: string[] = []
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
  const run = createCoverageRun({
    asker: createMirrorAsker(probe, createMirrorQueue(QUEUE_LIMITS)),
    readSample: (projectId) => {
      read.push(projectId)
      return readSample(projectId)
    },
  })
  return { run, asked, read, counts }
}
