import { queryOptions } from '@tanstack/react-query'
import { PROBE_PATH, type ProbeResult, probeResult } from '#contract/probe.ts'
import { read, send } from '#app/api/client.ts'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'
import { createLimiter } from '#app/api/limiter.ts'

/** Browsers open six connections to one server over HTTP/1.1: mirrors that hang must leave one for everything else. */
const limited = createLimiter(5)

/**
 * Asks one mirror about one repository through the gateway, past the cache.
 *
 * @throws Problem; the signal's reason when it aborts.
 */
export const askMirror = async (
  repositoryId: string,
  mirrorId: string,
  signal: AbortSignal,
): Promise<ProbeResult> =>
  read(
    probeResult,
    await limited(
      () =>
        send(
          {
            method: 'POST',
            target: PROBE_PATH,
            headers: { accept: 'application/json', 'content-type': 'application/json' },
            body: JSON.stringify({ mirrorId, repositoryId }),
          },
          signal,
        ),
      signal,
    ),
  )

/**
 * What one mirror says about one repository. Each pair is a query of its own, so that each has its own clock, age and
 * retry, and none waits for another. Not tried again by itself: the gateway already did.
 */
export const availabilityQuery = (repositoryId: string, mirrorId: string) =>
  queryOptions({
    queryKey: repositoryKeys.availability(repositoryId, mirrorId),
    queryFn: ({ signal }) => askMirror(repositoryId, mirrorId, signal),
    staleTime: 30_000,
    retry: false,
    meta: { isPolled: false },
  })
