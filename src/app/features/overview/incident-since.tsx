import { Suspense } from 'react'
import {
  type AffectedMirror,
  type IncidentCause,
  isRepositoryCause,
  LAG_CAUSE,
} from '#app/domain/fleet/incidents.ts'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { fetchWatchedParts, loadedWatchedParts } from './fetch-watched-parts.ts'

const LateWatchedSince = lazyPart(async () => (await fetchWatchedParts()).WatchedSince, 'silent')

const Seen = ({ since, offsetMs }: { since: NonNullable<AffectedMirror['since']>; offsetMs: number }) =>
  since.byRecord ? (
    <>
      last seen <TimeAgo instant={since.at} offsetMs={offsetMs} />
    </>
  ) : (
    <>
      {/* It may have begun before the console asked for the first time. */}
      found <TimeAgo instant={since.at} />
    </>
  )

/** The mirror for which it began first, as far as that is known. */
const firstOf = (mirrors: readonly AffectedMirror[]) =>
  mirrors
    .flatMap(({ since }) => since ?? [])
    .toSorted((one, other) => one.at - other.at)
    .at(0)

/** Since when something is wrong with one or several mirrors: as the watch saw it where it did, else when it was found. */
export const IncidentSince = ({
  mirrors,
  cause,
  offsetMs,
}: {
  mirrors: readonly AffectedMirror[]
  cause: IncidentCause
  offsetMs: number
}) => {
  const isWatched = useIsWatched()
  const WatchedSince = loadedWatchedParts.use()?.WatchedSince ?? LateWatchedSince
  const first = firstOf(mirrors)
  const seen = first === undefined ? null : <Seen since={first} offsetMs={offsetMs} />
  if (!isWatched || cause === LAG_CAUSE || isRepositoryCause(cause)) return seen
  return (
    <Suspense fallback={seen}>
      <WatchedSince mirrorIds={mirrors.map(({ id }) => id)} kind={cause} otherwise={seen} />
    </Suspense>
  )
}
