import { useQuery } from '@tanstack/react-query'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { Suspense, useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { fleetSnapshotOf } from '#app/domain/fleet/fleet-snapshot.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { useMirrorVerdicts } from '#app/domain/mirror/use-mirror-verdicts.ts'
import { useUpstreamClock } from '#app/domain/upstream/use-upstream-clock.ts'
import { Page } from '#app/ui/page/page.tsx'
import { ProblemPanel } from '#app/ui/page/problem-panel.tsx'
import { StaleNotice } from '#app/ui/page/stale-notice.tsx'
import { ChangesCard } from './changes-card.tsx'
import { FleetCard } from './fleet-card.tsx'
import { IncidentsCard } from './incidents-card.tsx'
import classes from './overview.module.css'
import { PendingCard } from './pending-card.tsx'
import { ReadingCard } from './reading-card.tsx'
import { fetchWatchedParts } from './fetch-watched-parts.ts'
import { VersionsCard } from './versions-card.tsx'

const DayCard = lazyPart(async () => (await fetchWatchedParts()).DayCard, 'in-place')
const FleetThen = lazyPart(async () => (await fetchWatchedParts()).FleetThen, 'in-place')

/** The moment that the URL's `at` names, epoch ms; `null` for now, and for nonsense. */
const momentIn = (params: URLSearchParams): number | null => {
  const at = Date.parse(params.get('at') ?? '')
  return Number.isNaN(at) ? null : at
}

const contextOf = (asked: number | null, isWatched: boolean): string => {
  if (asked === null) return 'Pending requests, problems and recent changes'
  return isWatched ? 'The fleet as it was' : 'Nobody watched, so this is the fleet as it is now'
}

/** Pending requests, problems and recent changes. Each fact appears when it arrives. */
export const OverviewPage = () => {
  const query = useQuery(mirrorsQuery)
  const { data: requests } = usePagedList(requestsQuery('PENDING'))
  const { offsetMs, note } = useUpstreamClock()
  const { data, error } = query
  const rows = data?.rows
  const verdicts = useMirrorVerdicts()
  const isWatched = useIsWatched()
  const [params] = useSearchParams()
  const asked = momentIn(params)
  const at = isWatched ? asked : null
  const now = useMemo(() => fleetSnapshotOf(data, requests, verdicts), [data, verdicts, requests])
  return (
    <Page title="Overview" context={contextOf(asked, isWatched)}>
      <StaleNotice error={data ? error : null} updatedAt={query.dataUpdatedAt} />
      {data === undefined && error !== null ? (
        <ProblemPanel
          error={error}
          refusedTitle="You are not permitted to see mirror servers"
          onRetry={() => void query.refetch()}
        />
      ) : null}
      <div className={classes.grid}>
        {at === null ? <PendingCard /> : null}
        {data && rows && at !== null ? (
          <Suspense fallback={<ReadingCard title="The fleet at a moment" />}>
            <FleetThen at={at} now={query.dataUpdatedAt} mirrors={rows} />
          </Suspense>
        ) : data && rows ? (
          <>
            <FleetCard mirrors={data} verdicts={verdicts} />
            <VersionsCard mirrors={rows} clockNote={note} />
            <IncidentsCard mirrors={data} verdicts={verdicts} offsetMs={offsetMs} />
            <ChangesCard now={now} />
            {isWatched ? (
              <Suspense fallback={null}>
                <DayCard mirrors={rows} />
              </Suspense>
            ) : null}
          </>
        ) : error === null ? (
          <>
            <ReadingCard title="Fleet health" />
            <ReadingCard title="Versions and clocks" />
          </>
        ) : null}
      </div>
    </Page>
  )
}
