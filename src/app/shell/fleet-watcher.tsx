import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query'
import { problemOf } from '#app/api/problem.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { useEffect, useRef } from 'react'
import { incidentsOf } from '#app/domain/fleet/incidents.ts'
import { knownAnswers } from '#app/domain/fleet/known-answers.ts'
import { HISTORY_DAY } from '#app/domain/history/history-lengths.ts'
import { fleetHistoryQuery } from '#app/domain/history/history-queries.ts'
import { newsOf, type Told } from '#app/domain/fleet/fleet-news.ts'
import { fleetSnapshotOf, NO_SNAPSHOT, rememberedSnapshot } from '#app/domain/fleet/fleet-snapshot.ts'
import { quietened } from '#app/domain/fleet/quietened.ts'
import { transitionsOf } from '#app/domain/fleet/fleet-transitions.ts'
import { mirrorKeys, mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { silencedNow } from '#app/domain/mirror/silence/silenced-now.ts'
import { withoutSilenced } from '#app/domain/mirror/silence/without-silenced.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { clockOffsetQuery } from '#app/domain/upstream/upstream.ts'
import { useIsChecking, useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { lastVisit } from '#app/domain/fleet/last-visit.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { announceAfter } from '#app/browser/announcements.ts'
import { pageCounts } from './navigation/page-counts.ts'
import { pageCountsOf, pageRefusalsOf } from './navigation/page-counts-of.ts'
import { useProblemTitle } from './use-problem-title.ts'

const isRefusal = (error: Error | null): boolean =>
  error !== null && problemOf(error).kind === 'not-permitted'

const NO_VERDICTS: Verdicts = new Map()

/**
 * Announces changes in the fleet on every page. It sends no request by itself: it watches what the pages read, so an
 * idle tab makes no additional request.
 */
export const FleetWatcher = () => {
  const { data: mirrors, error: mirrorsError } = useQuery({ ...mirrorsQuery, enabled: false })
  const { data: requests, error: requestsError } = usePagedList({
    ...requestsQuery('PENDING'),
    enabled: false,
  })
  const { data: session } = useQuery(sessionQuery)
  const { data: offset } = useQuery({ ...clockOffsetQuery, enabled: false })
  const { data: history } = useQuery({ ...fleetHistoryQuery(HISTORY_DAY.ms), enabled: false })
  const client = useQueryClient()
  const verdicts = useMirrorVerdicts({ isAsking: false })
  const isReading = useIsFetching({ queryKey: mirrorKeys.all }) > 0
  const isChecking = useIsChecking()
  const before = useRef(NO_SNAPSHOT)
  const told = useRef<Told>(new Map())
  const { byId: silenced, isSettled: areSilencesRead } = silencedNow.use()
  const areSilencesKnown = areSilencesRead || session?.isWatched !== true
  useProblemTitle(areSilencesKnown ? withoutSilenced(verdicts, silenced) : NO_VERDICTS)
  useEffect(() => {
    if (isChecking || isReading || !areSilencesKnown) return
    const incidents = incidentsOf(mirrors?.rows ?? [], verdicts, knownAnswers(client), silenced, history)
    const wrong = new Set(incidents.flatMap((incident) => incident.mirrors.map(({ id }) => id)))
    const refusals = pageRefusalsOf(isRefusal(mirrorsError), isRefusal(requestsError))
    pageCounts.set(new Map([...pageCountsOf(requests, mirrors, wrong.size), ...refusals]))
  }, [
    client,
    mirrors,
    mirrorsError,
    requests,
    requestsError,
    verdicts,
    silenced,
    history,
    isChecking,
    isReading,
    areSilencesKnown,
  ])
  useEffect(() => {
    // Record and checks belong together, and mirrors that fail a moment apart are one message.
    if (isChecking || isReading || !areSilencesKnown) return
    // Without the upstream's clock a wrong clock here would make them all "not seen" for a moment.
    const seen = fleetSnapshotOf(offset === undefined ? undefined : mirrors, requests, verdicts)
    const now = quietened(before.current, seen, silenced)
    const news = newsOf(transitionsOf(before.current, now), told.current, Date.now())
    before.current = rememberedSnapshot(before.current, now)
    told.current = news.told
    if (session?.user) lastVisit(session.user, session.upstream).touch(Date.now())
    if (news.text !== null) announceAfter(news.text)
  }, [session, mirrors, requests, offset, verdicts, silenced, isChecking, isReading, areSilencesKnown])
  return null
}
