import type { QueryClient } from '@tanstack/react-query'
import { forgetFailed, isFailed } from './forget-failed.ts'
import { mayReadAgain } from './reading/long-list.ts'

/**
 * Reads again all that failed on the page, beside what the person tries again: what broke one answer mostly broke its
 * neighbours too.
 */
export const retryFailed = (client: QueryClient): void => {
  forgetFailed(client)
  void client.refetchQueries(
    { type: 'active', predicate: (query) => isFailed(query) && mayReadAgain(query) },
    { cancelRefetch: false },
  )
}
