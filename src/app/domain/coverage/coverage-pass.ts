import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import { askEach } from '#app/domain/availability/ask-each.ts'
import { askUntilSettled } from '#app/domain/availability/ask-until-settled.ts'
import type { MirrorAsker } from '#app/domain/availability/mirror-asker.ts'
import type { CoverageKnowledge, Depth, NextQuestion, OpenQuestions, Questions } from './open-questions.ts'
import { createProblemJudge } from './problem-judge.ts'
import { createSampleReader, type ReadSample } from './sample-reader.ts'

/** Projects that are read before they are needed, so that mirrors do not wait for Bitbucket. */
const AHEAD = 2

/** What one pass through the questions works with. */
export type PassParts = {
  readonly asker: MirrorAsker
  readonly readSample: ReadSample
  readonly now: () => number
  readonly knowledge: CoverageKnowledge
}

/** What one pass asks, and whom it tells. */
export type Pass = {
  readonly questions: Questions
  readonly open: OpenQuestions
  readonly depth: Depth
  /** Takes one question from the budget; `false` when it is spent. */
  readonly take: () => boolean
  readonly onAnswer: (question: ProbeRequest, result: ProbeResult) => void
  /** The sample of a project was noted, or a repository was given up. */
  readonly onRead: () => void
  readonly signal: AbortSignal
}

/**
 * Goes once through what is open: reads which repository stands for a project when it is needed, and asks mirrors about
 * it. What Bitbucket does not have any more is left out.
 *
 * @throws Problem that would meet every question; the signal's reason when it aborts.
 */
export const runPass = (
  { asker, readSample, now, knowledge: { samples } }: PassParts,
  { questions, open, depth, take, onAnswer, onRead, signal }: Pass,
): Promise<void> => {
  const judge = createProblemJudge()
  const sampleRead = createSampleReader({
    read: readSample,
    samples,
    judge,
    now,
    signal,
    onRead: (projectId) => {
      open.sampleRead(projectId)
      onRead()
    },
  })
  /** The next repository, once it is known. */
  const repositoryOf = async (next: () => NextQuestion | undefined): Promise<string | undefined> => {
    for (let found = next(); found !== undefined; found = next()) {
      if ('repositoryId' in found) return found.repositoryId
      await sampleRead(found.projectId, open.unreadAfter(found.projectId, AHEAD))
    }
    return undefined
  }
  const asking = {
    asker,
    signal,
    onAnswer: (question: ProbeRequest, result: ProbeResult) => {
      judge.answered()
      onAnswer(question, result)
    },
    onProblem: ({ repositoryId }: ProbeRequest, error: unknown): boolean => {
      if (!judge.concernsOne(repositoryId, error)) return false
      open.giveUp(repositoryId)
      for (const [projectId, sample] of samples.entries()) {
        const isIt = sample.kind === 'repository' && sample.id === repositoryId
        if (isIt) samples.note(projectId, { kind: 'failed' }, now())
      }
      onRead()
      return true
    },
  }
  if (depth === 'every') {
    return askEach(questions.mirrorIds, {
      ...asking,
      next: async (mirrorId) => {
        const repositoryId = await repositoryOf(() => open.next(mirrorId))
        return repositoryId !== undefined && take() ? repositoryId : undefined
      },
    })
  }
  let turn = 0
  let isSpent = false
  return askUntilSettled(questions.mirrorIds, {
    ...asking,
    next: () => (isSpent ? undefined : repositoryOf(open.nextRepository)),
    // Each repository begins with other mirrors, so that the first ones do not have to answer everything.
    mirrorsFor: () => {
      const { mirrorIds } = questions
      const from = turn % mirrorIds.length
      turn += 2
      return [...mirrorIds.slice(from), ...mirrorIds.slice(0, from)]
    },
    mayAsk: (question) => {
      if (isSpent || !open.isOpen(question)) return false
      isSpent = !take()
      return !isSpent
    },
  })
}
