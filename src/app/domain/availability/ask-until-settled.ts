import type { ProbeRequest } from '#contract/probe.ts'
import { type Asking, runAskers } from './run-askers.ts'

/** Repositories that are asked about at once: more than questions run at once, so that none waits for a slow mirror. */
const AT_ONCE = 8

/**
 * Asks about one repository after the other, each at one mirror after the other until enough is known about it: two
 * questions instead of a hundred where two mirrors serve a repository. A mirror that fails several
 * times in a row is left out.
 *
 * @param next the repository to ask about next; `undefined` at the end.
 * @param mirrorsFor the mirrors to ask about a repository, in the order of asking.
 * @param mayAsk whether this question is still to be asked; called right before it is.
 * @throws the first Problem, or the signal's reason when it aborts: nothing is asked after that.
 */
export const askUntilSettled = (
  mirrorIds: readonly string[],
  {
    next,
    mirrorsFor,
    mayAsk,
    ...asking
  }: Asking & {
    readonly next: () => string | undefined | Promise<string | undefined>
    readonly mirrorsFor: (repositoryId: string) => readonly string[]
    readonly mayAsk: (question: ProbeRequest) => boolean
  },
): Promise<void> => {
  const { asker } = asking
  asker.resume(mirrorIds)
  return runAskers(
    Array.from({ length: AT_ONCE }, () => async (ask, isOver) => {
      while (!isOver()) {
        const repositoryId = await next()
        if (repositoryId === undefined) return
        for (const mirrorId of mirrorsFor(repositoryId)) {
          if (isOver()) return
          const question = { repositoryId, mirrorId }
          if (!asker.isPaused(mirrorId) && mayAsk(question)) await ask(question)
        }
      }
    }),
    asking,
  )
}
