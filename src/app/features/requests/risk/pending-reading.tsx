import { ListProgress } from '#app/ui/table/list-progress.tsx'
import { usePendingRequests } from './use-pending-requests.ts'

/**
 * How far the list is that a request is compared with, as long as it was not read to its end. Who cannot wait for it
 * stops it, and judges by what was read.
 */
export const PendingReading = () => {
  const { query, control } = usePendingRequests()
  const { data, refetch } = query
  if (data === undefined || control.reading.kind === 'ended' || control.reading.kind === 'again') return null
  return (
    <ListProgress
      list={data}
      error={null}
      control={control}
      noun="pending requests"
      shown={data.rows.length}
      onReadAgain={() => void refetch()}
    />
  )
}
