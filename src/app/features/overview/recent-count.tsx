import { useQuery } from '@tanstack/react-query'
import { HISTORY_DAY } from '#app/domain/history/history-lengths.ts'
import { fleetHistoryQuery } from '#app/domain/history/history-queries.ts'
import { recentWords } from '#app/domain/history/recent-words.ts'

/** How many problems began and ended in the last 12 hours, as far as the watch saw them. */
export const RecentCount = () => {
  const { data, error } = useQuery(fleetHistoryQuery(HISTORY_DAY.ms))
  if (data === undefined) return error === null ? 'Reading' : 'Not known'
  return recentWords(data)
}
