import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ProbeResult } from '#contract/probe.ts'
import { isUnasked } from '#contract/unasked.ts'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'

/** Whether what is known came from Bitbucket or the console, not from the mirror: over when these say otherwise. */
const isOverWith = (state: { readonly data: ProbeResult | undefined; readonly error: unknown }): boolean => {
  const { data, error } = state
  return error !== null || (data !== undefined && isUnasked(data))
}

/**
 * Asks again, once Bitbucket has listed the mirrors anew, those that were not asked before: a licence that lapsed, a
 * repository that was deleted or a wrong address must not stay on the screen when it is over.
 *
 * @param listedAt when the list of mirrors was read, epoch ms; 0 before that.
 */
export const useAskAgain = (repositoryId: string, listedAt: number): void => {
  const client = useQueryClient()
  useEffect(() => {
    if (listedAt === 0) return
    void client.refetchQueries(
      {
        queryKey: [...repositoryKeys.allAvailability(), repositoryId],
        type: 'active',
        predicate: ({ state }) =>
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The key is that of availability, whose data is this.
          isOverWith(state as { data: ProbeResult | undefined; error: unknown }) &&
          Math.max(state.errorUpdatedAt, state.dataUpdatedAt) < listedAt,
      },
      { cancelRefetch: false },
    )
  }, [client, repositoryId, listedAt])
}
