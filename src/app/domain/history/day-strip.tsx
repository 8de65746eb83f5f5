import { useQuery } from '@tanstack/react-query'
import { HISTORY_DAY } from './history-lengths.ts'
import { fleetHistoryQuery } from './history-queries.ts'
import { HistoryStrip } from './history-strip.tsx'

/** One mirror in the last 24 hours; nothing while that is read, and where it cannot be. */
export const DayStrip = ({ mirrorId }: { mirrorId: string }) => {
  const { data } = useQuery(fleetHistoryQuery(HISTORY_DAY.ms))
  if (data === undefined) return null
  const spans = data.mirrors.find((mirror) => mirror.mirrorId === mirrorId)?.spans ?? []
  return <HistoryStrip spans={spans} range={data} />
}
