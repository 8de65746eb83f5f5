import type { QueryClient } from '@tanstack/react-query'
import type { ProbeResult } from '#contract/probe.ts'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'

/** One answer that this browser has. */
export type KnownAnswer = {
  readonly mirrorId: string
  readonly repositoryId: string
  readonly result: ProbeResult
}

/** What mirrors answered to this browser lately, out of the cache. Nothing is asked for it. */
export const knownAnswers = (client: QueryClient): readonly KnownAnswer[] =>
  client
    .getQueriesData<ProbeResult>({ queryKey: repositoryKeys.allAvailability() })
    .flatMap(([key, result]) => {
      const [repositoryId, mirrorId] = key.slice(-2)
      return result === undefined || typeof mirrorId !== 'string' || typeof repositoryId !== 'string'
        ? []
        : [{ mirrorId, repositoryId, result }]
    })
