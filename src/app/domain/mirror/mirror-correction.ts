import type { MirrorServer } from '#contract/mirror-server.ts'
import { call } from '#app/api/client.ts'
import { mayHaveTakenEffect, readPatiently, type WritePorts } from '#app/api/lost-answer.ts'
import { changedFactsOf, readMirrorAgain } from './mirror-truth.ts'
import { type Problem, problemOf } from '#app/api/problem.ts'

/** What may be corrected in a mirror's record. */
export type Correction = { readonly baseUrl: string; readonly productVersion: string }

/** What became of a correction. */
export type CorrectionOutcome =
  /** Read again, the record says what was wanted. */
  | { readonly kind: 'done'; readonly mirror: MirrorServer }
  /** The record is not the one that was shown: nothing was sent. */
  | { readonly kind: 'changed'; readonly mirror: MirrorServer }
  | { readonly kind: 'gone' }
  /** Read again, the record says something else. `problem` is `null` when Bitbucket had confirmed the correction. */
  | { readonly kind: 'not-done'; readonly mirror: MirrorServer; readonly problem: Problem | null }
  /** The truth could not be read. `problem` is why. */
  | { readonly kind: 'unknown'; readonly problem: Problem }

/** Reads whether a record says what was wanted. Sends no write. `problem` is what came instead of an answer. */
const checkCorrection = async (
  mirrorId: string,
  wanted: Correction,
  problem: Problem | null,
  wait: WritePorts['wait'],
): Promise<CorrectionOutcome> => {
  try {
    const mirror = await readPatiently(() => readMirrorAgain(mirrorId), wait)
    if (mirror === null) return { kind: 'gone' }
    const isDone = mirror.baseUrl === wanted.baseUrl && mirror.productVersion === wanted.productVersion
    return isDone ? { kind: 'done', mirror } : { kind: 'not-done', mirror, problem }
  } catch (error) {
    return { kind: 'unknown', problem: problem ?? problemOf(error) }
  }
}

/**
 * Rewrites address and version of the record that was shown as `shown`: reads it again, sends one write, and reads
 * what Bitbucket made of it. The product type is sent along where the record has one: what leaving it out does is not
 * documented. The record does not hold the add-on descriptor, so that is not sent.
 *
 * @throws Problem when the record could not be read before, or the write was refused: nothing took effect then.
 */
export const correctMirror = async (
  shown: MirrorServer,
  wanted: Correction,
  { onChecking, wait }: WritePorts,
): Promise<CorrectionOutcome> => {
  const current = await readMirrorAgain(shown.id)
  if (current === null) return { kind: 'gone' }
  if (changedFactsOf(shown, current).length > 0) return { kind: 'changed', mirror: current }
  const { productType } = current
  let problem: Problem | null = null
  try {
    await call('updateMirror', {
      parameters: { mirrorId: shown.id },
      body: { ...wanted, ...(productType === null ? {} : { productType }) },
    })
  } catch (error) {
    problem = problemOf(error)
    if (problem.kind === 'not-found') return { kind: 'gone' }
    if (!mayHaveTakenEffect(problem)) throw problem
  }
  onChecking()
  return checkCorrection(shown.id, wanted, problem, wait)
}
