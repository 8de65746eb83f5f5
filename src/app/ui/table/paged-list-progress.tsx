import { type ReadQuery, useListReading } from '#app/api/reading/use-list-reading.ts'
import classes from './paged-list-progress.module.css'
import { ReadingProgress } from './reading-progress.tsx'

/** In place of the words while there is no list: as many lines, or they would push the list down. */
export const ReadingFirst = ({ noun, error }: { noun: string; error: unknown }) =>
  error === null ? <p className={classes.reading}>Reading {noun}.</p> : null

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
  const { data, error } = query
  const control = useListReading(query, isWanted)
  if (data === undefined) return <ReadingFirst noun={noun} error={error} />
  return (
    <ReadingProgress
      list={data}
      control={control}
      noun={noun}
      shown={shown}
      onReadAgain={() => void query.refetch()}
    />
  )
}
