import type { MirrorServer } from '#contract/mirror-server.ts'
import { isUnasked } from '#contract/unasked.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { cannotServe } from '#health/verdict-severity.ts'
import type { KnownAnswer } from './known-answers.ts'

/**
 * By mirror that cannot serve, the ids of repositories that no mirror serves now. Only repositories that every enabled
 * mirror was asked about count: of the others it is not known.
 */
export const withoutMirrors = (
  mirrors: readonly MirrorServer[],
  verdicts: Verdicts,
  answers: readonly KnownAnswer[],
): ReadonlyMap<string, readonly string[]> => {
  const isBad = (id: string): boolean => cannotServe(verdicts.get(id)?.kind)
  const enabled = mirrors.filter((mirror) => mirror.enabled !== false)
  const lost = new Map<string, readonly string[]>()
  for (const [repositoryId, own] of Map.groupBy(answers, (answer) => answer.repositoryId)) {
    const asked = own.filter(({ result }) => !isUnasked(result))
    const byMirror = new Map(asked.map(({ mirrorId, result }) => [mirrorId, result]))
    if (!enabled.every(({ id }) => byMirror.has(id))) continue
    const isServed = enabled.some(({ id }) => {
      const result = byMirror.get(id)
      return !isBad(id) && result?.kind === 'answered' && result.answer.available === true
    })
    if (isServed) continue
    for (const { id } of enabled) {
      const result = byMirror.get(id)
      const isNotMirrored = result?.kind === 'answered' && result.answer.available !== true
      if (isBad(id) && !isNotMirrored) lost.set(id, [...(lost.get(id) ?? []), repositoryId])
    }
  }
  return lost
}
