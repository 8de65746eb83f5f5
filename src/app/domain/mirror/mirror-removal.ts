import type { MirrorServer } from '#contract/mirror-server.ts'
import { call } from '#app/api/client.ts'
import { mayHaveTakenEffect, readPatiently, type WritePorts } from '#app/api/lost-answer.ts'
import { changedFactsOf, readMirrorAgain } from './mirror-truth.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'

/** What became of a removal. */
export type RemovalOutcome =
  /** Bitbucket confirmed it; `isVerified` when it was asked again and no longer knows the mirror. */
  | { readonly kind: 'done'; readonly isVerified: boolean }
  /** Bitbucket does not know the mirror. It may have been ours when something was sent; else somebody was faster. */
  | { readonly kind: 'gone'; readonly mayBeOurs: boolean }
  /** The record is not the one that was shown: nothing was sent. */
  | { readonly kind: 'changed'; readonly mirror: MirrorServer }
  /** Asked again, Bitbucket still lists the mirror. `problem` is `null` when it had confirmed the removal. */
  | { readonly kind: 'still-there'; readonly mirror: MirrorServer; readonly problem: Problem | null }
  /** The answer was lost, and the truth could not be read either. */
  | { readonly kind: 'unknown'; readonly problem: Problem }

/** Reads what became of a removal whose answer was `problem`. Sends no write. */
export const checkRemoval = async (
  mirrorId: string,
  problem: Problem,
  { wait }: Pick<WritePorts, 'wait'>,
): Promise<RemovalOutcome> => {
  try {
    const mirror = await readPatiently(() => readMirrorAgain(mirrorId), wait)
    if (mirror === null) return { kind: 'gone', mayBeOurs: true }
    return { kind: 'still-there', mirror, problem }
  } catch {
    return { kind: 'unknown', problem }
  }
}

const verified = async (mirrorId: string, wait: WritePorts['wait']): Promise<RemovalOutcome> => {
  try {
    const mirror = await readPatiently(() => readMirrorAgain(mirrorId), wait)
    return mirror === null
      ? { kind: 'done', isVerified: true }
      : { kind: 'still-there', mirror, problem: null }
  } catch {
    return { kind: 'done', isVerified: false }
  }
}

/**
 * Removes a mirror that was shown as `shown`: reads it again, sends one write and no second one, and verifies that
 * Bitbucket no longer knows it. When the answer is lost, the truth is read instead of guessed.
 *
 * @throws Problem when the mirror could not be read before, or the write was refused: nothing took effect then.
 */
export const removeMirror = async (
  shown: MirrorServer,
  { onChecking, wait }: WritePorts,
): Promise<RemovalOutcome> => {
  const current = await readMirrorAgain(shown.id)
  if (current === null) return { kind: 'gone', mayBeOurs: false }
  if (changedFactsOf(shown, current).length > 0) return { kind: 'changed', mirror: current }
  try {
    await call('removeMirror', { parameters: { mirrorId: shown.id } })
  } catch (error) {
    const problem = problemOf(error)
    // 404 right after reading it: somebody was faster, or the browser sent ours twice after a lost connection.
    if (problem.kind !== 'not-found' && !mayHaveTakenEffect(problem)) throw problem
    onChecking()
    return checkRemoval(shown.id, problem, { wait })
  }
  onChecking()
  return verified(shown.id, wait)
}
