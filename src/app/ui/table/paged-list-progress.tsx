import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import type { ListQuery } from './list-query.ts'
import classes from './paged-list-progress.module.css'
import { pagedListWords } from './paged-list-words.ts'

/**
 * How much of a list was read, and the way to the rest: nothing is cut off silently.
 *
 * @param noun what is counted, in the plural.
 * @param shown how many of the loaded rows the filter lets through.
 */
export const PagedListProgress = ({
  query,
  noun,
  shown,
}: {
  query: ListQuery
  noun: string
  shown: number
}) => {
  const { data, hasNextPage = false, isFetchingNextPage = false, isFetchNextPageError, fetchNextPage } = query
  const [isReading, setReading] = useState(false)
  const goesOn = isReading && hasNextPage && !isFetchNextPageError
  useEffect(() => {
    if (goesOn && !isFetchingNextPage) void fetchNextPage?.()
  }, [goesOn, isFetchingNextPage, fetchNextPage])
  // As many lines as the words that come, or they would push the list down.
  if (data === undefined) return query.error ? null : <p className={classes.reading}>Reading {noun}.</p>
  return (
    <div className={classes.progress}>
      {/* Announced when reading pauses or ends, not for each of a hundred pages. */}
      <p role={goesOn ? undefined : 'status'}>
        {pagedListWords(data, { noun, shown, hasMore: hasNextPage })}
        {isFetchNextPageError ? ` ${problemText[problemOf(query.error).kind].title}.` : ''}
      </p>
      {hasNextPage ? (
        <>
          <Button
            variant="default"
            size="xs"
            loading={isFetchingNextPage && !isReading}
            disabled={goesOn}
            onClick={() => void fetchNextPage?.()}
          >
            Load more
          </Button>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              if (isFetchNextPageError) void fetchNextPage?.()
              setReading(!goesOn)
            }}
          >
            {goesOn ? 'Pause' : 'Load all'}
          </Button>
        </>
      ) : null}
    </div>
  )
}
