import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { ProbeRequest, ProbeResult } from '#contract/probe.ts'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'
import { mirrorAsker } from './ask-mirror.ts'

/**
 * What one mirror says about one repository. Each pair is a query of its own, so that each has its own clock, age and
 * retry, and none waits for another. Not tried again by itself: the gateway already did.
 */
export const availabilityQuery = (repositoryId: string, mirrorId: string) =>
  queryOptions({
    queryKey: repositoryKeys.availability(repositoryId, mirrorId),
    queryFn: ({ signal }) => mirrorAsker.ask({ repositoryId, mirrorId }, { priority: 'person', signal }),
    staleTime: 30_000,
    retry: false,
    meta: { isPolled: false },
  })

/** Notes an answer that a run got, so that every page shows it with its age. */
export const noteAnswer = (
  client: QueryClient,
  { repositoryId, mirrorId }: ProbeRequest,
  result: ProbeResult,
) => {
  client.setQueryData(availabilityQuery(repositoryId, mirrorId).queryKey, result)
}
