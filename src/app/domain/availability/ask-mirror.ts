import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { PROBE_PATH, type ProbeRequest, type ProbeResult, probeResult } from '#contract/probe.ts'
import { postJson, read } from '#app/api/client.ts'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'
import { createMirrorAsker } from './mirror-asker.ts'
import { createMirrorQueue, type QueueLimits } from './mirror-queue.ts'
import { publishProbeResult } from './probe-results.ts'

/**
 * Browsers open six connections to one server over HTTP/1.1: mirrors that hang must leave one for everything else.
 * Two questions at once are all that one mirror is asked to bear.
 */
export const QUEUE_LIMITS: QueueLimits = { perMirror: 2, inAll: 5, background: 4 }

/**
 * Asks one mirror about one repository through the gateway, past queue and cache. Only for work inside the queue. Every
 * part of this tab learns the answer.
 */
export const probeMirror = async (question: ProbeRequest, signal: AbortSignal): Promise<ProbeResult> => {
  const result = read(probeResult, await postJson(PROBE_PATH, question, signal))
  publishProbeResult(question, result)
  return result
}

/** The one queue of this tab: whatever asks a mirror goes through it. */
export const mirrorQueue = createMirrorQueue(QUEUE_LIMITS)

/** How everything in this tab asks mirrors. */
export const mirrorAsker = createMirrorAsker(probeMirror, mirrorQueue)

/**
 * What one mirror says about one repository. Each pair is a query of its own, so that each has its own clock, age and
 * retry, and none waits for another. Not tried again by itself: the gateway already did.
 */
export const availabilityQuery = (repositoryId: string, mirrorId: string) =>
  queryOptions({
    queryKey: repositoryKeys.availability(repositoryId, mirrorId),
    queryFn: ({ signal }) => mirrorAsker.ask({ repositoryId, mirrorId }, { priority: 'person', signal }),
    staleTime: 30_000,
    // What a mirror said is kept with its age until it says something else; old answers make room for new ones.
    gcTime: Infinity,
    retry: false,
    meta: { isPolled: false },
  })

/**
 * Puts what a mirror said to where all pages read it. Who asks past the cache does so for each answer: the part that
 * remembers answers for everybody comes seconds after the first page, and must not put older ones over them.
 */
export const noteAnswer = (
  client: QueryClient,
  { repositoryId, mirrorId }: ProbeRequest,
  result: ProbeResult,
): void => {
  const { queryKey } = availabilityQuery(repositoryId, mirrorId)
  if ((client.getQueryData(queryKey)?.checkedAt ?? 0) > result.checkedAt) return
  client.setQueryData(queryKey, result, { updatedAt: Math.min(result.checkedAt, Date.now()) })
}
