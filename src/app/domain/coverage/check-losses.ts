import { askUntilSettled } from '#app/domain/availability/ask-until-settled.ts'
import { isKnown, knownSince } from './answer-age.ts'
import { cellStateOf } from './cell-state.ts'
import type { PassParts } from './coverage-pass.ts'
import { lossOf } from './loss.ts'
import { createProblemJudge } from './problem-judge.ts'
import { createSampleReader } from './sample-reader.ts'

/** What is asked before a mirror goes. */
export type LossCheck = {
  /** The projects to ask about, in order. */
  readonly projectIds: readonly string[]
  /** The mirror that goes. */
  readonly mirrorId: string
  /** Those that stay. */
  readonly otherIds: readonly string[]
  /** Questions that may be asked. */
  readonly budget: number
}

/**
 * Asks about each project whether it loses its last mirror: the mirror that goes first, then the others until one serves
 * it. What is known and not old is not asked again; what mirrors say is remembered with the rest of coverage.
 *
 * @param onChange called when something was learnt.
 * @throws Problem that would meet every question; the signal's reason when it aborts.
 */
export const checkLosses = (
  { projectIds, mirrorId, otherIds, budget }: LossCheck,
  { asker, readSample, now, knowledge: { answers, samples } }: PassParts,
  { onChange, signal }: { readonly onChange: () => void; readonly signal: AbortSignal },
): Promise<void> => {
  const mirrorIds = [mirrorId, ...otherIds]
  const isGone = Uint8Array.from(mirrorIds, (id) => (id === mirrorId ? 1 : 0))
  const since = knownSince(now())
  const judge = createProblemJudge()
  const readOf = createSampleReader({ read: readSample, samples, judge, now, onRead: onChange, signal })
  const givenUp = new Set<string>()
  const waiting = projectIds.values()
  let asked = 0

  const sampleOf = async (projectId: string) => {
    const known = samples.of(projectId)
    if (known === undefined || (known.kind === 'failed' && known.at < since.failures * 1000)) {
      await readOf(projectId, [])
    }
    return samples.of(projectId)
  }
  const next = async (): Promise<string | undefined> => {
    for (let one = waiting.next(); one.done !== true; one = waiting.next()) {
      if (asked >= budget) return undefined
      const sample = await sampleOf(one.value)
      if (sample?.kind === 'repository') return sample.id
    }
    return undefined
  }
  /** What is known and not old. */
  const codesOf = (repositoryId: string): Uint8Array => {
    const codes = new Uint8Array(mirrorIds.length)
    answers.eachCode(repositoryId, answers.columnsOf(mirrorIds), (index, code, seconds) => {
      if (isKnown(code, seconds, since)) codes[index] = code
    })
    return codes
  }
  return askUntilSettled(mirrorIds, {
    asker,
    signal,
    priority: 'person',
    next,
    mirrorsFor: () => mirrorIds,
    mayAsk: ({ repositoryId, mirrorId: id }) => {
      if (asked >= budget || givenUp.has(repositoryId)) return false
      const codes = codesOf(repositoryId)
      if (codes[mirrorIds.indexOf(id)] !== 0 || lossOf(codes, isGone, true) !== 'unchecked') return false
      asked += 1
      return true
    },
    onAnswer: (question, result) => {
      judge.answered()
      answers.remember(question.repositoryId, question.mirrorId, { state: cellStateOf(result), at: now() })
      onChange()
    },
    onProblem: ({ repositoryId }, error) => {
      if (!judge.concernsOne(repositoryId, error)) return false
      givenUp.add(repositoryId)
      return true
    },
  })
}
