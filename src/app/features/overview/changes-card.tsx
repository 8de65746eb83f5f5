import { Suspense } from 'react'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { isWhole } from '#app/api/presence.ts'
import type { FleetSnapshot } from '#app/domain/fleet/fleet-snapshot.ts'
import type { Transition } from '#app/domain/fleet/fleet-transitions.ts'
import type { LastVisit } from '#app/domain/fleet/last-visit.ts'
import { transitionWords } from '#app/domain/fleet/transition-words.ts'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { fetchWatchedParts } from './fetch-watched-parts.ts'
import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

const isAllRead = ({ mirrors, requests }: FleetSnapshot): boolean =>
  mirrors !== null && requests !== null && isWhole(mirrors) && isWhole(requests)

const PassedMeanwhile = lazyPart(async () => (await fetchWatchedParts()).PassedMeanwhile, 'silent')

const RecentList = lazyPart(async () => (await fetchWatchedParts()).RecentList, 'silent')

/** What changed since the user's last visit, as far as this browser remembers. */
export const ChangesCard = ({
  now,
  visit,
  transitions,
}: {
  now: FleetSnapshot
  visit: LastVisit | null
  transitions: readonly Transition[]
}) => {
  const isWatched = useIsWatched()
  return (
    <OverviewCard title="Since your last visit" id="changes">
      {visit === null ? (
        <p className={classes.dim}>
          This is the first visit in this browser. At the next one, after half an hour away, changes since
          this visit are listed here; Bitbucket keeps no history.
        </p>
      ) : (
        <>
          {transitions.length === 0 ? (
            <p>
              {isAllRead(visit) && isAllRead(now)
                ? 'Nothing changed.'
                : 'No change found. Not everything could be compared.'}
            </p>
          ) : (
            <ul className={classes.list}>
              {transitions.map((transition) => (
                <li key={`${transition.kind} ${transition.verdict ?? ''}`}>{transitionWords(transition)}</li>
              ))}
            </ul>
          )}
          <p className={classes.dim}>
            Last visit <TimeAgo instant={visit.at} />.
            {isWatched ? null : ' What happened and passed in between is not known.'}
          </p>
          {isWatched ? (
            <Suspense fallback={null}>
              <PassedMeanwhile since={visit.at} />
            </Suspense>
          ) : null}
        </>
      )}
      {isWatched ? (
        <Suspense fallback={null}>
          <RecentList />
        </Suspense>
      ) : null}
    </OverviewCard>
  )
}
