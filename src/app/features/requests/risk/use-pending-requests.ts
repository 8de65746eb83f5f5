import { useListReading } from '#app/api/reading/use-list-reading.ts'
import { usePagedList } from '#app/api/use-paged-list.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'

/** How old the list of pending requests may be to compare with it, in ms: reading it again costs all its pages. */
const PENDING_FRESH_MS = 60_000

/** The pending requests that others are compared with, read to their end. */
export const usePendingRequests = () => {
  const query = usePagedList({ ...requestsQuery('PENDING'), staleTime: PENDING_FRESH_MS })
  return { query, control: useListReading(query, true) }
}
