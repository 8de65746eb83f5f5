import type { QueryClient } from '@tanstack/react-query'
import type { ProbeResult } from '#contract/probe.ts'
import type { KnownAnswer } from './incidents.ts'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'

/** What mirrors answered to this browser lately, out of the cache. Nothing is asked for it. */
export const knownAnswers = (client: QueryClient): readonly KnownAnswer[] =>
  client
    .getQueriesData<ProbeResult>({ queryKey: [...repositoryKeys.all, 'availability'] })
    .flatMap(([key, result]) => {
      const [repositoryId, mirrorId] = key.slice(-2)
      return result === undefined || typeof mirrorId !== 'string' || typeof repositoryId !== 'string'
        ? []
        : [{ mirrorId, repositoryId, result }]
    })
