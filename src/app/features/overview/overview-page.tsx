import { useQuery } from '@tanstack/react-query'
import { Suspense, useEffect } from 'react'
import { useSearchParams } from 'react-router'
import { problemOf } from '#app/api/problem.ts'
import { fleetSentence } from '#app/domain/fleet/fleet-sentence.ts'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { useIsGathering } from '#app/browser/use-is-gathering.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { silencedNow } from '#app/domain/mirror/silence/silenced-now.ts'
import { useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { useUpstreamClock } from '#app/domain/upstream/use-upstream-clock.ts'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { fetchOverviewDetails } from './fetch-overview-details.ts'
import { fetchWatchedParts, loadedWatchedParts } from './fetch-watched-parts.ts'
import { FleetSummary } from './fleet-summary.tsx'
import { IncidentList } from './incident-list.tsx'
import { useFleetFacts } from './use-fleet-facts.ts'

const OverviewDetails = lazyPart(fetchOverviewDetails, 'in-place')
const FleetThen = lazyPart(async () => (await fetchWatchedParts()).FleetThen, 'in-place')
const SilencedMirrors = lazyPart(
  async () => (await import('#app/domain/fleet/silenced-mirrors.tsx')).SilencedMirrors,
  'in-place',
)
const WithoutPermission = lazyPart(
  async () => (await import('./without-permission.tsx')).WithoutPermission,
  'in-place',
)

/** The moment that the URL's `at` names, epoch ms; `null` for now, and for nonsense. */
const momentIn = (params: URLSearchParams): number | null => {
  const at = Date.parse(params.get('at') ?? '')
  return Number.isNaN(at) ? null : at
}

/** The fleet now: one sentence, what is wrong, and below it the rest. */
const FleetNow = () => {
  const query = useQuery(mirrorsQuery)
  const { data, error } = query
  const { offsetMs } = useUpstreamClock()
  const verdicts = useMirrorVerdicts()
  const { facts, incidents, unanswered, open, oldest } = useFleetFacts(verdicts)
  const { byId: silenced } = silencedNow.use()
  const isWatched = useIsWatched()
  const isCodeAwaited = loadedWatchedParts.use() === null && isWatched
  useEffect(() => {
    // Where it is lost, the part that needs it says so, or tries again.
    if (isWatched) fetchWatchedParts().catch(() => undefined)
  }, [isWatched])
  const isGathering = useIsGathering(open === null ? null : open + (isCodeAwaited ? 1 : 0))
  const sentence = fleetSentence(facts)
  const isRefused = error !== null && problemOf(error).kind === 'not-permitted'
  const isCalm = sentence.tone === 'good'
  return (
    <>
      <StaleNotice error={data ? error : null} updatedAt={query.dataUpdatedAt} />
      <FleetSummary sentence={sentence} oldest={oldest} />
      {data !== undefined || error === null ? null : isRefused ? (
        <Suspense>
          <WithoutPermission />
        </Suspense>
      ) : (
        <ProblemPanel error={error} onRetry={() => void query.refetch()} />
      )}
      {data === undefined ? null : (
        <>
          {data.rows.length === 0 ? null : (
            <IncidentList
              incidents={incidents}
              unanswered={unanswered}
              isGathering={isGathering}
              calm={isCalm ? 'No problem found.' : 'No problem found, as far as it is known.'}
              offsetMs={offsetMs}
            >
              {silenced.size === 0 ? null : (
                <Suspense>
                  <SilencedMirrors mirrors={data.rows} verdicts={verdicts} silenced={silenced} />
                </Suspense>
              )}
            </IncidentList>
          )}
          <Suspense>{isGathering ? null : <OverviewDetails mirrors={data} verdicts={verdicts} />}</Suspense>
        </>
      )}
    </>
  )
}

/** The fleet as it was at a moment, as the watch saw it. */
const Then = ({ at }: { at: number }) => {
  const { data, dataUpdatedAt, error, refetch } = useQuery(mirrorsQuery)
  if (data === undefined) {
    return error === null ? null : <ProblemPanel error={error} onRetry={() => void refetch()} />
  }
  return (
    <Suspense>
      <FleetThen at={at} now={dataUpdatedAt} mirrors={data.rows} />
    </Suspense>
  )
}

/** What is wrong with the fleet, and what waits. Each fact appears when it arrives. */
export const OverviewPage = () => {
  const isWatched = useIsWatched()
  const [params] = useSearchParams()
  const asked = momentIn(params)
  if (asked !== null && isWatched) {
    return (
      <Page title="Overview" context="The fleet as it was">
        <Then at={asked} />
      </Page>
    )
  }
  const context = asked === null ? null : 'Nobody watched, so this is the fleet as it is now'
  return (
    <Page title="Overview" context={context}>
      <FleetNow />
    </Page>
  )
}
