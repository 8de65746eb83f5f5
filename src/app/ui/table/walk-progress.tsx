import { Button } from '@mantine/core'
import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Walked } from '#app/api/walk.ts'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import classes from './walk-progress.module.css'
import { walkWords } from './walk-words.ts'

/**
 * How much of a list was read, and the way to the rest: nothing is cut off silently.
 *
 * @param noun what is counted, in the plural.
 * @param shown how many of the loaded rows the filter lets through.
 */
export const WalkProgress = ({
  query,
  noun,
  shown,
}: {
  query: Pick<
    UseInfiniteQueryResult<Walked<unknown>>,
    'data' | 'error' | 'hasNextPage' | 'isFetchingNextPage' | 'isFetchNextPageError' | 'fetchNextPage'
  >
  noun: string
  shown: number
}) => {
  const { data, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query
  const [isWalking, setWalking] = useState(false)
  const goesOn = isWalking && hasNextPage && !isFetchNextPageError
  useEffect(() => {
    if (goesOn && !isFetchingNextPage) void fetchNextPage()
  }, [goesOn, isFetchingNextPage, fetchNextPage])
  // As many lines as the words that come, or they would push the list down.
  if (data === undefined) return query.error ? null : <p className={classes.reading}>Reading {noun}.</p>
  return (
    <div className={classes.progress}>
      {/* Said when it rests: a hundred pages in a row are no news for a screen reader. */}
      <p role={goesOn ? undefined : 'status'}>
        {walkWords(data, { noun, shown, hasMore: hasNextPage })}
        {isFetchNextPageError ? ` ${problemText[problemOf(query.error).kind].title}.` : ''}
      </p>
      {hasNextPage ? (
        <>
          <Button
            variant="default"
            size="xs"
            loading={isFetchingNextPage && !isWalking}
            disabled={goesOn}
            onClick={() => void fetchNextPage()}
          >
            Load more
          </Button>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              if (isFetchNextPageError) void fetchNextPage()
              setWalking(!goesOn)
            }}
          >
            {goesOn ? 'Pause' : 'Load all'}
          </Button>
        </>
      ) : null}
    </div>
  )
}
