import type { MirrorServer } from '#contract/mirror-server.ts'
import type { ProbeFailure, ProbeResult } from '#contract/probe.ts'
import type { MirrorHealth } from './mirror-health.ts'

/** Why something is wrong: a health of the record, or what came of asking the mirror. */
export type IncidentCause = Exclude<MirrorHealth, 'healthy' | 'unknown' | 'disabled'> | ProbeFailure

/** One mirror in an incident. */
export type AffectedMirror = {
  readonly id: string
  readonly name: string
  /** Epoch ms by the clock that judged it; `null` when it is not known. */
  readonly since: number | null
  /** Repositories that it was asked about in vain; 0 where the record alone tells. */
  readonly repositories: number
}

/** What goes wrong for one cause. */
export type Incident = { readonly cause: IncidentCause; readonly mirrors: readonly AffectedMirror[] }

/** One answer that this browser has. */
export type KnownAnswer = { readonly mirrorId: string; readonly result: ProbeResult }

/** Healths that are incidents, the worst first. A disabled mirror was meant to be. */
const BAD_HEALTHS = ['clock-differs', 'stale', 'never-seen'] as const

/** Failures that say nothing about a mirror: nobody asked it. */
const NOT_ASKED: ReadonlySet<ProbeFailure> = new Set(['busy', 'no-link'])

type Failed = Extract<ProbeResult, { kind: 'failed' }>

const failuresOf = (mirrorId: string, answers: readonly KnownAnswer[]): readonly Failed[] =>
  answers.flatMap(({ mirrorId: id, result }) =>
    id === mirrorId && result.kind === 'failed' && !NOT_ASKED.has(result.failure) ? [result] : [],
  )

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
        add(health, { id, name, since: health === 'stale' ? lastSeenDate : null, repositories: 0 })
      }
    }
  }
  for (const { id, name } of mirrors) {
    const byFailure = Map.groupBy(failuresOf(id, answers), ({ failure }) => failure)
    for (const [failure, found] of byFailure) {
      add(failure, {
        id,
        name,
        since: Math.min(...found.map(({ checkedAt }) => checkedAt)),
        repositories: found.length,
      })
    }
  }
  return [...groups].map(([cause, affected]) => ({ cause, mirrors: affected }))
}
