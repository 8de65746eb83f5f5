import { useQuery } from '@tanstack/react-query'
import { HISTORY_DAY } from './history-lengths.ts'
import { fleetHistoryQuery } from './history-queries.ts'
import { HistoryStrip } from './history-strip.tsx'
import { stripWords } from './strip-words.ts'

/** One mirror in the last 24 hours as a strip, and below it in words; nothing while that is read. */
export const DayInWords = ({ mirrorId }: { mirrorId: string }) => {
  const { data, error } = useQuery(fleetHistoryQuery(HISTORY_DAY.ms))
  if (data === undefined) return error === null ? null : 'not known: the history could not be read'
  const spans = data.mirrors.find((mirror) => mirror.mirrorId === mirrorId)?.spans ?? []
  return (
    <>
      <HistoryStrip spans={spans} range={data} />
      <span aria-hidden>{stripWords(spans, data)}</span>
    </>
  )
}
