import { useQuery } from '@tanstack/react-query'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { useMemo } from 'react'
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
import { VersionsCard } from './versions-card.tsx'

/** Pending requests, problems and recent changes. Each fact appears when it arrives. */
export const OverviewPage = () => {
  const query = useQuery(mirrorsQuery)
  const { data: requests } = usePagedList(requestsQuery('PENDING'))
  const { offsetMs, note } = useUpstreamClock()
  const { data, error } = query
  const rows = data?.rows
  const verdicts = useMirrorVerdicts()
  const now = useMemo(() => fleetSnapshotOf(data, requests, verdicts), [data, verdicts, requests])
  return (
    <Page title="Overview" context="Pending requests, problems and recent changes">
      <StaleNotice error={data ? error : null} updatedAt={query.dataUpdatedAt} />
      {data === undefined && error !== null ? (
        <ProblemPanel
          error={error}
          refusedTitle="You are not permitted to see mirror servers"
          onRetry={() => void query.refetch()}
        />
      ) : null}
      <div className={classes.grid}>
        <PendingCard />
        {data && rows ? (
          <>
            <FleetCard mirrors={data} verdicts={verdicts} />
            <VersionsCard mirrors={rows} clockNote={note} />
            <IncidentsCard mirrors={data} verdicts={verdicts} offsetMs={offsetMs} />
            <ChangesCard now={now} />
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
