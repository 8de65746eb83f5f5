import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { HISTORY_DAY } from '#app/domain/history/history-lengths.ts'
import { fleetHistoryQuery } from '#app/domain/history/history-queries.ts'
import { TroubleStart } from '#app/domain/history/trouble-words.tsx'
import { troublesOf } from '#app/domain/history/troubles.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'

/**
 * Since when something is wrong with a mirror, as the watch saw it; `otherwise` where the watch does not see the same
 * now: it judges with the usual thresholds, and looks twice a minute.
 */
export const WatchedSince = ({
  mirrorId,
  kind,
  otherwise,
}: {
  mirrorId: string
  kind: VerdictKind
  otherwise: ReactNode
}) => {
  const { data } = useQuery(fleetHistoryQuery(HISTORY_DAY.ms))
  const own = data?.mirrors.find((mirror) => mirror.mirrorId === mirrorId)
  if (own?.spans.at(-1)?.verdict !== kind) return otherwise
  const trouble = troublesOf(own.spans, data?.lastRoundAt ?? null).at(-1)
  if (trouble?.end !== 'ongoing') return otherwise
  return (
    <>
      {' since '}
      <TroubleStart trouble={trouble} />
    </>
  )
}
