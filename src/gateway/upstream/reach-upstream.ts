import { operations } from '#contract/operations.ts'
import { ConfigError } from '#gateway/ops/config-error.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import type { UpstreamFetch } from './upstream-fetch.ts'

const VERSION_PATH = operations.getApplicationProperties.path

/** Where a redirect would have the setting point to; `null` when it leads to another page than the one asked for. */
const movedTo = (location: string | null, upstream: string): string | null => {
  if (location === null || !URL.canParse(location, upstream)) return null
  const { origin, pathname } = new URL(location, upstream)
  return pathname.endsWith(VERSION_PATH) ? origin + pathname.slice(0, -VERSION_PATH.length) : null
}

/**
 * One sentence saying why the upstream does not answer, or `null` when it does. Asked once at start: what is only down
 * may come back, and the console says so until then.
 *
 * @throws ConfigError when the address redirects: the gateway follows nothing, so it could never answer.
 */
export const upstreamTrouble = async (
  fetchUpstream: UpstreamFetch,
  upstream: string,
): Promise<string | null> => {
  try {
    const { ok, status, headers } = await fetchUpstream(new Request(upstream + VERSION_PATH))
    if (status >= 300 && status < 400 && status !== 304) {
      const moved = movedTo(headers.get('location'), upstream)
      throw new ConfigError(
        `BITBUCKET_URL must be the address that answers itself, but this one redirects${moved === null ? ' elsewhere' : `: set it to ${moved}`}.`,
      )
    }
    return ok ? null : `Bitbucket answered ${status} when asked for its version. Check BITBUCKET_URL.`
  } catch (error) {
    if (error instanceof ConfigError) throw error
    return error instanceof GatewayError ? error.message : 'Bitbucket could not be reached.'
  }
}
