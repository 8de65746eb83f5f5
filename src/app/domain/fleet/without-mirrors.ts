import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Verdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { severityOf } from '#app/domain/mirror/verdict-words.ts'
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
  const isBad = (id: string): boolean => severityOf(verdicts.get(id)?.kind ?? 'unknown') === 'bad'
  const enabled = mirrors.filter((mirror) => mirror.enabled !== false)
  const lost = new Map<string, readonly string[]>()
  for (const [repositoryId, own] of Map.groupBy(answers, (answer) => answer.repositoryId)) {
    const byMirror = new Map(own.map(({ mirrorId, result }) => [mirrorId, result]))
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
