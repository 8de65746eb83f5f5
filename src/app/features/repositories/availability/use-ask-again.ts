import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ProbeResult } from '#contract/probe.ts'
import { isUnasked } from '#contract/unasked.ts'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'

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
    const queryKey = [...repositoryKeys.allAvailability(), repositoryId]
    for (const [key, result] of client.getQueriesData<ProbeResult>({ queryKey, type: 'active' })) {
      const state = client.getQueryState(key)
      if (state === undefined) continue
      const { error, errorUpdatedAt, dataUpdatedAt } = state
      // It came from Bitbucket or the console, not from the mirror.
      const isOverWith = error !== null || (result !== undefined && isUnasked(result))
      if (!isOverWith || Math.max(errorUpdatedAt, dataUpdatedAt) >= listedAt) continue
      void client.refetchQueries({ queryKey: key, exact: true, type: 'active' }, { cancelRefetch: false })
    }
  }, [client, repositoryId, listedAt])
}
