import type { Behind, History } from '#contract/history.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { ProbeResult } from '#contract/probe.ts'
import { isFallingBehind } from '#app/domain/history/is-falling-behind.ts'
import { type Verdict, type VerdictKind, VERDICTS } from '#health/mirror-verdict.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import type { SilencesById } from '#app/domain/mirror/silence/silenced-now.ts'
import { cannotServe, isWrong } from '#health/verdict-severity.ts'
import type { KnownAnswer } from './known-answers.ts'
import { withoutMirrors } from './without-mirrors.ts'

/** What a mirror did when it was asked about a repository, where the mirror as a whole answers. */
export const REPOSITORY_CAUSES = [
  'other-repository',
  'foreign-link',
  'other-scheme',
  'other-port',
  'failed-to-initialize',
  'failing-to-update',
] as const

/** See {@link REPOSITORY_CAUSES}. */
export type RepositoryCause = (typeof REPOSITORY_CAUSES)[number]

/** A push has waited too long for the mirror, as the watch measures it. */
export const LAG_CAUSE = 'falling-behind'

/** Why something is wrong: a verdict about the mirror, how far it is behind, or what it did with a repository. */
export type IncidentCause = VerdictKind | typeof LAG_CAUSE | RepositoryCause

/** Whether a cause concerns repositories and not the mirror as a whole. */
export const isRepositoryCause = (cause: IncidentCause): cause is RepositoryCause =>
  REPOSITORY_CAUSES.some((one) => one === cause)

/** One mirror in an incident. */
export type AffectedMirror = {
  readonly id: string
  readonly name: string
  /** Since when as far as it is known; see {@link Verdict}. */
  readonly since: Verdict['since']
  /** Ids of the repositories that it was asked about with this result; none where it concerns the mirror as a whole. */
  readonly repositories: readonly string[]
  /** About how many repositories there is any answer of this mirror. */
  readonly asked: number
  /** How far it is behind; only where that is what is wrong. */
  readonly behind?: Behind | null
}

/** What goes wrong for one cause. */
export type Incident = {
  readonly cause: IncidentCause
  readonly mirrors: readonly AffectedMirror[]
  /** Ids of repositories that no mirror serves any more, as far as all mirrors were asked about them. */
  readonly unserved: readonly string[]
}

/** What an answer about a repository says to be wrong; `null` for nothing, and for what the verdict says already. */
const causeOf = (result: ProbeResult): RepositoryCause | null => {
  if (result.kind === 'failed') return REPOSITORY_CAUSES.find((cause) => cause === result.failure) ?? null
  const { status } = result.answer
  if (status === 'ERROR_AVAILABLE') return 'failing-to-update'
  return status === 'ERROR_INITIALIZING' ? 'failed-to-initialize' : null
}

/** The mirrors for which a push has waited too long, the farthest behind first. */
const lateOf = (mirrors: readonly MirrorServer[], history: History | undefined): readonly Incident[] => {
  const lags = new Map(history?.mirrors.map(({ mirrorId, behind }) => [mirrorId, behind]))
  const late = mirrors
    .map(({ id, name }) => ({
      id,
      name,
      since: null,
      repositories: [],
      asked: 0,
      behind: lags.get(id) ?? null,
    }))
    .filter(({ behind }) => isFallingBehind(behind))
    .toSorted((one, other) => (other.behind?.nowMs ?? 0) - (one.behind?.nowMs ?? 0))
  return late.length === 0 ? [] : [{ cause: LAG_CAUSE, mirrors: late, unserved: [] }]
}

/**
 * What is wrong with the fleet, grouped by cause: first the verdicts about mirrors, the worst first, then lag, then what
 * mirrors did with repositories when this browser asked. What was not asked is not known, and no incident.
 *
 * @param silenced mirrors whose alarms are silenced: they are in no incident, and serve as little as before.
 * @param history what the watch saw lately; `undefined` where that is not known.
 */
export const incidentsOf = (
  mirrors: readonly MirrorServer[],
  verdicts: Verdicts,
  answers: readonly KnownAnswer[],
  silenced: SilencesById = new Map(),
  history?: History,
): readonly Incident[] => {
  const unserved = withoutMirrors(mirrors, verdicts, answers)
  const heard = mirrors.filter(({ id }) => !silenced.has(id))
  const byMirror = Map.groupBy(answers, ({ mirrorId }) => mirrorId)
  const groups = Map.groupBy(heard, ({ id }) => verdicts.get(id)?.kind ?? 'unknown')
  const ofVerdicts = VERDICTS.filter(isWrong).flatMap((cause): readonly Incident[] => {
    const hit = groups.get(cause) ?? []
    if (hit.length === 0) return []
    const affected = hit.map(({ id, name }) => ({
      id,
      name,
      since: verdicts.get(id)?.since ?? null,
      repositories: [],
      asked: 0,
    }))
    const lost = cannotServe(cause) ? hit.flatMap(({ id }) => unserved.get(id) ?? []) : []
    return [{ cause, mirrors: affected, unserved: [...new Set(lost)] }]
  })
  const ofRepositories = REPOSITORY_CAUSES.flatMap((cause): readonly Incident[] => {
    const affected = heard.flatMap(({ id, name }): readonly AffectedMirror[] => {
      const own = byMirror.get(id) ?? []
      const found = own.filter(({ result }) => causeOf(result) === cause)
      if (found.length === 0) return []
      const at = Math.min(...found.map(({ result }) => result.checkedAt))
      const repositories = found.map(({ repositoryId }) => repositoryId)
      return [{ id, name, since: { at, byRecord: false }, repositories, asked: own.length }]
    })
    return affected.length === 0 ? [] : [{ cause, mirrors: affected, unserved: [] }]
  })
  return [...ofVerdicts, ...lateOf(heard, history), ...ofRepositories]
}
