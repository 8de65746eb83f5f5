import { useQuery, useQueryClient } from '@tanstack/react-query'
import { countText } from '#app/api/count-text.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { isWhole } from '#app/api/presence.ts'
import { problemOf } from '#app/api/problem.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import type { FleetFacts, ListFacts } from '#app/domain/fleet/fleet-sentence.ts'
import { type Incident, incidentsOf } from '#app/domain/fleet/incidents.ts'
import { knownAnswers } from '#app/domain/fleet/known-answers.ts'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { HISTORY_DAY } from '#app/domain/history/history-lengths.ts'
import { fleetHistoryQuery } from '#app/domain/history/history-queries.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { keepsSilences, silencedNow } from '#app/domain/mirror/silence/silenced-now.ts'
import { silencedCounts } from '#app/domain/mirror/silence/without-silenced.ts'
import { useAwaited } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { cannotServe, isKnown } from '#health/verdict-severity.ts'

const listFacts = (list: PagedList<unknown> | undefined, error: Error | null): ListFacts => ({
  count: list?.rows.length ?? null,
  text: list ? countText(list) : '',
  isWhole: list !== undefined && isWhole(list),
  problem: error && problemOf(error).kind,
})

/** What the sentence and the rows of the overview are made of, and how old the oldest part of it is (epoch ms). */
export const useFleetFacts = (
  verdicts: Verdicts,
): {
  readonly facts: FleetFacts
  readonly incidents: readonly Incident[]
  /** Mirrors that are being asked and have not answered yet. */
  readonly unanswered: readonly MirrorServer[]
  /** How many answers are awaited that may say that something is wrong; `null` before it is known how many. */
  readonly open: number | null
  readonly oldest: number | null
} => {
  const client = useQueryClient()
  const mirrors = useQuery(mirrorsQuery)
  const requests = usePagedList(requestsQuery('PENDING'))
  const isWatched = useIsWatched()
  const history = useQuery({ ...fleetHistoryQuery(HISTORY_DAY.ms), enabled: isWatched })
  const { byId: silenced, isSettled } = silencedNow.use()
  const isReadingSilences = (keepsSilences.use() || isWatched) && !isSettled
  const incidents = incidentsOf(
    mirrors.data?.rows ?? [],
    verdicts,
    knownAnswers(client),
    silenced,
    history.data,
  )
  const wrong = new Set(incidents.flatMap((incident) => incident.mirrors.map(({ id }) => id)))
  const all = [...verdicts]
  const count = (is: (id: string, kind: Parameters<typeof isKnown>[0]) => boolean): number =>
    all.filter(([id, { kind }]) => is(id, kind)).length
  const awaited = useAwaited(verdicts)
  const unanswered = (mirrors.data?.rows ?? []).filter(({ id }) => awaited.has(id))
  const times = [
    ...[mirrors.dataUpdatedAt, requests.dataUpdatedAt].filter((at) => at > 0),
    ...all.flatMap(([, { checkedAt }]) => checkedAt ?? []),
  ]
  return {
    facts: {
      mirrors: listFacts(mirrors.data, mirrors.error),
      requests: listFacts(requests.data, requests.error),
      wrong: wrong.size,
      unknown: count((id, kind) => !isKnown(kind) && !wrong.has(id)),
      healthy: count((id, kind) => kind === 'healthy' && !wrong.has(id)),
      silenced: silencedCounts(verdicts, silenced).wrong,
      isBad: all.some(([id, { kind }]) => wrong.has(id) && cannotServe(kind)),
      isAsking: unanswered.length > 0 || history.isLoading || isReadingSilences,
    },
    incidents,
    unanswered,
    open: mirrors.data === undefined ? null : unanswered.length + (history.isLoading ? 1 : 0),
    oldest: times.length === 0 ? null : Math.min(...times),
  }
}
