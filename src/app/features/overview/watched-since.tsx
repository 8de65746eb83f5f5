import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { History } from '#contract/history.ts'
import { HISTORY_DAY } from '#app/domain/history/history-lengths.ts'
import { fleetHistoryQuery } from '#app/domain/history/history-queries.ts'
import { type Trouble, troublesOf } from '#app/domain/history/troubles.ts'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import type { VerdictKind } from '#health/mirror-verdict.ts'

/** What is wrong with a mirror now, where the watch sees the same. */
const ongoing = (history: History | undefined, mirrorId: string, kind: VerdictKind): Trouble | null => {
  const own = history?.mirrors.find((mirror) => mirror.mirrorId === mirrorId)
  if (own?.spans.at(-1)?.verdict !== kind) return null
  const trouble = troublesOf(own.spans, history?.lastRoundAt ?? null).at(-1)
  return trouble?.end === 'ongoing' ? trouble : null
}

/**
 * Since when something is wrong with mirrors, as the watch saw it: the earliest start; `otherwise` where the watch does
 * not see the same now. It judges with the usual thresholds, and looks twice a minute.
 */
export const WatchedSince = ({
  mirrorIds,
  kind,
  otherwise,
}: {
  mirrorIds: readonly string[]
  kind: VerdictKind
  otherwise: ReactNode
}) => {
  const { data } = useQuery(fleetHistoryQuery(HISTORY_DAY.ms))
  const [first] = mirrorIds
    .flatMap((mirrorId) => ongoing(data, mirrorId, kind) ?? [])
    .toSorted((one, other) => one.from - other.from)
  if (first === undefined) return otherwise
  return (
    <>
      since <TimeAgo instant={first.from} />
      {first.isStartKnown ? null : ' or earlier'}
    </>
  )
}
