import { Suspense } from 'react'
import type { Transition } from '#app/domain/fleet/fleet-transitions.ts'
import { useIsWatched } from '#app/domain/history/use-is-watched.ts'
import { counted } from '#app/text/counted.ts'
import { lazyPart } from '#app/ui/late/lazy-part.tsx'
import { PartLink } from '#app/ui/page/part-link.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { fetchWatchedParts } from '#app/features/overview/fetch-watched-parts.ts'
import { Tile } from './tile.tsx'

const RecentCount = lazyPart(async () => (await fetchWatchedParts()).RecentCount, 'silent')

/** How much changed, and the way to what. */
export const ChangesTile = ({
  visitAt,
  transitions,
}: {
  /** When the last visit was, epoch ms; `null` at the first one. */
  visitAt: number | null
  transitions: readonly Transition[]
}) => {
  const isWatched = useIsWatched()
  const since =
    visitAt === null ? (
      'First visit in this browser'
    ) : (
      <>
        {transitions.length === 0 ? 'No change found' : counted(transitions.length, 'change')} since your last
        visit <TimeAgo instant={visitAt} />
      </>
    )
  return (
    <Tile question="What changed" detail={isWatched ? since : undefined}>
      <PartLink to="changes">
        {isWatched ? (
          <Suspense fallback="Reading">
            <RecentCount />
          </Suspense>
        ) : (
          since
        )}
      </PartLink>
    </Tile>
  )
}
