import { operations } from '#contract/operations.ts'
import { readPage } from '#gateway/upstream/read-whole-list.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'
import { credentialOf, type OpenSession } from './open-session.ts'

/**
 * Resolves for those who decide about mirroring requests themselves: whoever Bitbucket lists the requests to.
 *
 * @throws GatewayError, or UpstreamRefusal when the user may not list requests.
 */
export type RequireDecider = (session: OpenSession, signal: AbortSignal) => Promise<void>

/** Asks Bitbucket each time: a permission that was taken away counts at once. */
export const createRequireDecider = (options: {
  readonly upstream: string
  readonly fetchUpstream: UpstreamFetch
}): RequireDecider => {
  const { upstream, fetchUpstream } = options
  return async (session, signal) => {
    const { path, result } = operations.listRequests
    const headers = { accept: 'application/json', ...credentialOf(session) }
    const request = new Request(`${upstream}${path}?start=0&limit=1`, { headers, signal })
    await readPage(fetchUpstream, result, request)
  }
}
