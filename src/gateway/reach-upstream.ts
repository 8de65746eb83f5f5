import { operations } from '#contract/operations.ts'
import { GatewayError } from './gateway-error.ts'
import type { UpstreamFetch } from './upstream-fetch.ts'

/** One sentence saying why the upstream does not answer, or `null` when it does. Asked once at start. */
export const upstreamTrouble = async (
  fetchUpstream: UpstreamFetch,
  upstream: string,
): Promise<string | null> => {
  try {
    const { ok, status } = await fetchUpstream(
      new Request(upstream + operations.getApplicationProperties.path),
    )
    return ok ? null : `Bitbucket answered ${status} when asked for its version. Check BITBUCKET_URL.`
  } catch (error) {
    return error instanceof GatewayError ? error.message : 'Bitbucket could not be reached.'
  }
}
