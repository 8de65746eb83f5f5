import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Problem, ProblemKind } from '#app/api/problem.ts'

/** What became of saving or clearing the preference. Only `confirmed` was read back from Bitbucket. */
export type SaveOutcome =
  | { readonly kind: 'confirmed'; readonly mirror: MirrorServer | null }
  /** The chosen mirror does not exist any more. */
  | { readonly kind: 'mirror-gone' }
  /** Bitbucket took it and then answered another preference. */
  | { readonly kind: 'differs'; readonly mirror: MirrorServer | null }
  | { readonly kind: 'not-saved'; readonly problem: Problem }
  /** It may or may not have been saved: reading back failed. */
  | { readonly kind: 'unconfirmed'; readonly problem: Problem | null }

/** Refusals: nothing was saved, whatever the reading afterwards says. */
const REFUSALS: ReadonlySet<ProblemKind> = new Set([
  'signed-out',
  'not-permitted',
  'not-found',
  'conflict',
  'rate-limited',
  'certificate',
  'invalid',
])

/**
 * Decides by what was read back after the write, not by the write's own answer: that one may be lost although it took
 * effect, and 204 says nothing about what is stored.
 *
 * @param chosen the mirror's id, or `null` to clear.
 * @param readBack the preference after the write; `undefined` when it could not be read.
 * @param problem what the write itself failed with.
 */
export const saveOutcomeOf = (
  chosen: string | null,
  readBack: MirrorServer | null | undefined,
  problem: Problem | null,
): SaveOutcome => {
  if (problem?.kind === 'not-found' && chosen !== null) return { kind: 'mirror-gone' }
  if (problem !== null && REFUSALS.has(problem.kind)) return { kind: 'not-saved', problem }
  if (readBack === undefined) return { kind: 'unconfirmed', problem }
  if ((readBack?.id ?? null) === chosen) return { kind: 'confirmed', mirror: readBack }
  return problem === null ? { kind: 'differs', mirror: readBack } : { kind: 'not-saved', problem }
}
