import { useQuery } from '@tanstack/react-query'
import { Suspense, useMemo } from 'react'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { fleetMarks } from '#app/domain/fleet/fleet-marks.ts'
import { fleetSnapshotOf } from '#app/domain/fleet/fleet-snapshot.ts'
import { HISTORY_DAY } from '#app/domain/history/history-lengths.ts'
import { fleetHistoryQuery } from '#app/domain/history/history-queries.ts'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { sightsQuery } from '#app/domain/mirror/mirror-checks.ts'
import type { MirrorList } from '#app/domain/mirror/mirrors.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { NO_SIGHTS } from '#health/mirror-sight.ts'
import { ChangesCard } from './changes-card.tsx'
import { fetchWatchedParts } from './fetch-watched-parts.ts'
import { FleetSection } from './fleet/fleet-section.tsx'
import classes from './overview.module.css'
import { ChangesTile } from './tiles/changes-tile.tsx'
import { FleetTiles } from './tiles/fleet-tiles.tsx'
import { RequestsTile } from './tiles/requests-tile.tsx'
import { useSinceLastVisit } from './use-since-last-visit.ts'

const DayCard = lazyPart(async () => (await fetchWatchedParts()).DayCard, 'in-place')

/** What the overview shows below the incidents: the fleet as a picture, short answers, and what changed. */
export const OverviewDetails = ({ mirrors, verdicts }: { mirrors: MirrorList; verdicts: Verdicts }) => {
  const { data: requests } = usePagedList(requestsQuery('PENDING'))
  const { data: sights = NO_SIGHTS } = useQuery({ ...sightsQuery, enabled: false })
  const isWatched = useIsWatched()
  const { data: history } = useQuery({ ...fleetHistoryQuery(HISTORY_DAY.ms), enabled: isWatched })
  const now = useMemo(() => fleetSnapshotOf(mirrors, requests, verdicts), [mirrors, requests, verdicts])
  const { visit, transitions } = useSinceLastVisit(now)
  const marks = useMemo(
    () => fleetMarks(mirrors.rows, verdicts, sights, history),
    [mirrors, verdicts, sights, history],
  )
  return (
    <>
      <ul id="in-short" className={classes.tiles} aria-label="In short">
        <RequestsTile />
        <FleetTiles marks={marks} />
        <ChangesTile visitAt={visit?.at ?? null} transitions={transitions} />
      </ul>
      <FleetSection mirrors={mirrors} verdicts={verdicts} marks={marks} />
      <ChangesCard now={now} visit={visit} transitions={transitions} />
      {isWatched ? (
        <Suspense fallback={null}>
          <DayCard mirrors={mirrors.rows} />
        </Suspense>
      ) : null}
    </>
  )
}
