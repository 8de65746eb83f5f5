import type { MirrorServer } from '#contract/mirror-server.ts'
import { isUnasked } from '#contract/unasked.ts'
import { isServing } from '#app/domain/availability/availability-words.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { cannotServe } from '#health/verdict-severity.ts'
import type { KnownAnswer } from './known-answers.ts'

/** What is known of the mirrors that serve one repository. */
export type ServedBy = {
  /** Mirrors that said that they serve it and can serve now. */
  readonly serving: number
  /** Mirrors that were asked, whether they answered or not, and all there are. */
  readonly asked: number
  readonly of: number
  /** When the oldest of the answers came, epoch ms by the gateway's clock; `null` without any. */
  readonly oldest: number | null
}

/**
 * Joins what mirrors said about one repository with how they are now. Answers of mirrors that are gone do not count,
 * and a mirror that was not asked, whatever the reason, said nothing.
 */
export const servedBy = (
  mirrors: readonly Pick<MirrorServer, 'id'>[],
  verdicts: Verdicts,
  answers: readonly KnownAnswer[],
): ServedBy => {
  const byMirror = new Map(answers.map(({ mirrorId, result }) => [mirrorId, result]))
  const known = mirrors.flatMap(({ id }) => {
    const result = byMirror.get(id)
    return result === undefined || isUnasked(result) ? [] : [{ id, result }]
  })
  return {
    serving: known.filter(({ id, result }) => isServing(result) && !cannotServe(verdicts.get(id)?.kind))
      .length,
    asked: known.length,
    of: mirrors.length,
    oldest: known.length === 0 ? null : Math.min(...known.map(({ result }) => result.checkedAt)),
  }
}

/** "5 of 6", with how many were not asked; "Not asked" where none was. */
export const servedText = ({ serving, asked, of }: ServedBy): string => {
  if (asked === 0) return 'Not asked'
  const open = of - asked
  return `${String(serving)} of ${String(of)}${open > 0 ? `, ${String(open)} not asked` : ''}`
}
