import type { QueryClient } from '@tanstack/react-query'
import { problemOf } from '#app/api/problem.ts'
import { repositoryListQuery, visibleRepositoriesQuery } from './repositories.ts'

/** Whether Bitbucket refused the list to this account, as far as the cache remembers: it is not asked again then. */
const isListRefused = (client: QueryClient): boolean => {
  const error = client.getQueryState(repositoryListQuery.queryKey)?.error ?? null
  return error !== null && problemOf(error).kind === 'not-permitted'
}

/** The longest list that this account may read: with hashes unless it was refused. */
export const longestListQuery = (client: QueryClient) =>
  isListRefused(client) ? visibleRepositoriesQuery : repositoryListQuery
