import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import type { MirrorAsker } from './mirror-asker.ts'
import type { Priority } from './mirror-queue.ts'

/** How questions are asked, and what comes of them. */
export type Asking = {
  readonly asker: MirrorAsker
  readonly onAnswer: (question: ProbeRequest, result: ProbeResult) => void
  /** Called when a question could not be asked; `true` goes on all the same. Without it, nothing goes on. */
  readonly onProblem?: (question: ProbeRequest, error: unknown) => boolean
  readonly signal: AbortSignal
  /** A run through many questions is background work, which is the default. */
  readonly priority?: Priority
}

/** Asks one question after the other until there is none left, or `isOver` says so. */
type Askers = (ask: (question: ProbeRequest) => Promise<void>, isOver: () => boolean) => Promise<void>

/**
 * Runs askers beside each other.
 *
 * @throws the first Problem, or the signal's reason when it aborts: nothing is asked after that.
 */
export const runAskers = async (
  askers: readonly Askers[],
  { asker, onAnswer, onProblem, signal, priority = 'background' }: Asking,
): Promise<void> => {
  const control = new AbortController()
  const either = AbortSignal.any([signal, control.signal])
  const ask = async (question: ProbeRequest) => {
    let result: ProbeResult
    try {
      result = await asker.ask(question, { priority, signal: either })
    } catch (error) {
      if (either.aborted || onProblem?.(question, error) !== true) throw error
      return
    }
    onAnswer(question, result)
  }
  try {
    signal.throwIfAborted()
    await Promise.all(askers.map((run) => run(ask, () => either.aborted)))
    signal.throwIfAborted()
  } finally {
    control.abort()
  }
}
