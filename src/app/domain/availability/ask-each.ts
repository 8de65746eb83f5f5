import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import { QUEUE_LIMITS } from './ask-mirror.ts'
import type { MirrorAsker } from './mirror-asker.ts'

/**
 * Asks mirrors one question after the other, as background work, until there is no question left. Each mirror has
 * questions of its own, so that one that hangs never delays another; one that fails several times in a row is paused.
 *
 * @param next the repository to ask this mirror about next; `undefined` at the end.
 * @throws the first Problem, or the signal's reason when it aborts: nothing is asked after that.
 */
export const askEach = async (
  mirrorIds: readonly string[],
  {
    asker,
    next,
    onAnswer,
    signal,
  }: {
    readonly asker: MirrorAsker
    readonly next: (mirrorId: string) => string | undefined
    readonly onAnswer: (question: ProbeRequest, result: ProbeResult) => void
    readonly signal: AbortSignal
  },
): Promise<void> => {
  asker.resume(mirrorIds)
  const control = new AbortController()
  const either = AbortSignal.any([signal, control.signal])
  const askOn = async (mirrorId: string) => {
    while (!either.aborted && !asker.isPaused(mirrorId)) {
      const repositoryId = next(mirrorId)
      if (repositoryId === undefined) return
      const question = { repositoryId, mirrorId }
      onAnswer(question, await asker.ask(question, { priority: 'background', signal: either }))
    }
  }
  try {
    signal.throwIfAborted()
    // Round by round: every mirror gets its first question before any gets its second.
    const rounds = Array.from({ length: QUEUE_LIMITS.perMirror }, () => mirrorIds).flat()
    await Promise.all(rounds.map(askOn))
    signal.throwIfAborted()
  } finally {
    control.abort()
  }
}
