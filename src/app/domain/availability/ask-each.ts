import { QUEUE_LIMITS } from './ask-mirror.ts'
import { type Asking, runAskers } from './run-askers.ts'

/**
 * Asks mirrors one question after the other, as background work, until there is no question left. Each mirror has
 * questions of its own, so that one that hangs never delays another; one that fails several times in a row is paused.
 *
 * @param next the repository to ask this mirror about next; `undefined` at the end.
 * @throws the first Problem, or the signal's reason when it aborts: nothing is asked after that.
 */
export const askEach = (
  mirrorIds: readonly string[],
  {
    next,
    ...asking
  }: Asking & { readonly next: (mirrorId: string) => string | undefined | Promise<string | undefined> },
): Promise<void> => {
  const { asker } = asking
  asker.resume(mirrorIds)
  // Round by round: every mirror gets its first question before any gets its second.
  const rounds = Array.from({ length: QUEUE_LIMITS.perMirror }, () => mirrorIds).flat()
  return runAskers(
    rounds.map((mirrorId) => async (ask, isOver) => {
      while (!isOver() && !asker.isPaused(mirrorId)) {
        const repositoryId = await next(mirrorId)
        if (repositoryId === undefined || isOver()) return
        await ask({ repositoryId, mirrorId })
      }
    }),
    asking,
  )
}
