import { type ReadQuery, useListReading } from '#app/api/reading/use-list-reading.ts'
import { ListProgress } from './list-progress.tsx'

/**
 * How much of a list was read and the way to the rest, where no list view stands.
 *
 * @param noun what is counted, in the plural.
 * @param shown how many of the rows that were read the filter lets through.
 * @param isWanted whether the rest is needed, and is read by itself.
 */
export const PagedListProgress = ({
  query,
  noun,
  shown,
  isWanted = false,
}: {
  query: ReadQuery & { readonly refetch: () => Promise<unknown> }
  noun: string
  shown: number
  isWanted?: boolean
}) => {
  const { data, error, refetch } = query
  const control = useListReading(query, isWanted)
  const readAgain = () => void refetch()
  return (
    <ListProgress
      list={data}
      error={error}
      control={control}
      noun={noun}
      shown={shown}
      onReadAgain={readAgain}
    />
  )
}
