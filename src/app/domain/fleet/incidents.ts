import type { MirrorServer } from '#contract/mirror-server.ts'
import type { ProbeFailure, ProbeResult } from '#contract/probe.ts'
import type { MirrorHealth } from '#app/domain/mirror/mirror-health.ts'

/** Healths that are incidents, the worst first. A disabled mirror was meant to be. */
export const BAD_HEALTHS = ['clock-differs', 'stale', 'never-seen'] as const

/** Why something is wrong: a health of the record, what came of asking the mirror, or what it answered. */
export type IncidentCause =
  | (typeof BAD_HEALTHS)[number]
  | ProbeFailure
  | 'failing-to-update'
  | 'failed-to-initialize'

/** One mirror in an incident. */
export type AffectedMirror = {
  readonly id: string
  readonly name: string
  /** Epoch ms by the clock that judged it; `null` when it is not known. */
  readonly since: number | null
  /** Ids of the repositories that it was asked about with this result; none where the record alone tells. */
  readonly repositories: readonly string[]
  /** About how many repositories there is any answer of this mirror. */
  readonly asked: number
}

/** What goes wrong for one cause. */
export type Incident = { readonly cause: IncidentCause; readonly mirrors: readonly AffectedMirror[] }

/** One answer that this browser has. */
export type KnownAnswer = {
  readonly mirrorId: string
  readonly repositoryId: string
  readonly result: ProbeResult
}

/** What an answer tells to be wrong; `null` for nothing. Nobody asked the mirror when it was busy or without a link. */
const causeOf = (result: ProbeResult): IncidentCause | null => {
  if (result.kind === 'failed') {
    return result.failure === 'busy' || result.failure === 'no-link' ? null : result.failure
  }
  const { status } = result.answer
  if (status === 'ERROR_AVAILABLE') return 'failing-to-update'
  return status === 'ERROR_INITIALIZING' ? 'failed-to-initialize' : null
}

/**
 * What is wrong with the fleet, grouped by cause: first what Bitbucket's record tells, then what mirrors did when this
 * browser asked them. What nobody asked about is not known, and no incident.
 */
export const incidentsOf = (
  mirrors: readonly MirrorServer[],
  healths: ReadonlyMap<string, MirrorHealth>,
  answers: readonly KnownAnswer[],
): readonly Incident[] => {
  const groups = new Map<IncidentCause, AffectedMirror[]>()
  const add = (cause: IncidentCause, mirror: AffectedMirror) =>
    groups.set(cause, [...(groups.get(cause) ?? []), mirror])
  for (const health of BAD_HEALTHS) {
    for (const { id, name, lastSeenDate } of mirrors) {
      if (healths.get(id) === health) {
        add(health, {
          id,
          name,
          since: health === 'stale' ? lastSeenDate : null,
          repositories: [],
          asked: 0,
        })
      }
    }
  }
  const byMirror = Map.groupBy(answers, ({ mirrorId }) => mirrorId)
  for (const { id, name } of mirrors) {
    const own = byMirror.get(id) ?? []
    for (const [cause, found] of Map.groupBy(own, ({ result }) => causeOf(result))) {
      if (cause === null) continue
      add(cause, {
        id,
        name,
        since: Math.min(...found.map(({ result }) => result.checkedAt)),
        repositories: found.map(({ repositoryId }) => repositoryId),
        asked: own.length,
      })
    }
  }
  return [...groups].map(([cause, affected]) => ({ cause, mirrors: affected }))
}
