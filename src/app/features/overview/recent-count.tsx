import { useQuery } from '@tanstack/react-query'
import { HISTORY_DAY } from '#app/domain/history/history-lengths.ts'
import { fleetHistoryQuery } from '#app/domain/history/history-queries.ts'
import { RECENT_MS, recentChanges } from '#app/domain/history/recent-changes.ts'
import { counted } from '#app/text/counted.ts'
import { numberText } from '#app/text/number-text.ts'

/** How many problems began and ended in the last 12 hours, as the watch saw it. */
export const RecentCount = () => {
  const { data, error } = useQuery(fleetHistoryQuery(HISTORY_DAY.ms))
  if (data === undefined) return error === null ? 'Reading' : 'Not known'
  const changes = recentChanges(data, data.to - RECENT_MS)
  const ended = changes.filter(({ what }) => what === 'ended').length
  if (changes.length === 0) return 'Nothing in 12 hours'
  return `${counted(changes.length - ended, 'problem')} began, ${numberText(ended)} ended in 12 hours`
}
