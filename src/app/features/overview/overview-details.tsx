import { Suspense, useMemo } from 'react'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { fleetSnapshotOf } from '#app/domain/fleet/fleet-snapshot.ts'
import { SilencedMirrors } from '#app/domain/fleet/silenced-mirrors.tsx'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import type { MirrorList } from '#app/domain/mirror/mirrors.ts'
import { useSilences } from '#app/domain/mirror/silence/use-silences.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { useUpstreamClock } from '#app/domain/upstream/use-upstream-clock.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { ChangesCard } from './changes-card.tsx'
import { fetchWatchedParts } from './fetch-watched-parts.ts'
import { FleetCard } from './fleet-card.tsx'
import classes from './overview.module.css'
import { PendingCard } from './pending-card.tsx'
import { VersionsCard } from './versions-card.tsx'

const DayCard = lazyPart(async () => (await fetchWatchedParts()).DayCard, 'in-place')

/** What the overview shows below the incidents: the fleet, what waits, and what changed. */
export const OverviewDetails = ({ mirrors, verdicts }: { mirrors: MirrorList; verdicts: Verdicts }) => {
  const { data: requests } = usePagedList(requestsQuery('PENDING'))
  const { note } = useUpstreamClock()
  const isWatched = useIsWatched()
  const { byId: silenced } = useSilences()
  const now = useMemo(() => fleetSnapshotOf(mirrors, requests, verdicts), [mirrors, requests, verdicts])
  return (
    <div className={classes.grid}>
      <SilencedMirrors mirrors={mirrors.rows} verdicts={verdicts} silenced={silenced} />
      <PendingCard />
      <FleetCard mirrors={mirrors} verdicts={verdicts} />
      <VersionsCard mirrors={mirrors.rows} clockNote={note} />
      <ChangesCard now={now} />
      {isWatched ? (
        <Suspense fallback={null}>
          <DayCard mirrors={mirrors.rows} />
        </Suspense>
      ) : null}
    </div>
  )
}
