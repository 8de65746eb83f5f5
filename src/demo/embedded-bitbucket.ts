import type { Environment } from '#gateway/ops/config.ts'
import { listen, prepareStop } from '#gateway/http/listen.ts'
import { type MirrorNetworks, readMirrorNetworks } from '#gateway/mirrors/mirror-networks.ts'
import { readUpstreamAddress, type UpstreamAddress } from '#gateway/upstream/upstream-address.ts'
import { createSmallBitbucket, type SmallBitbucketAccount } from '#upstream/small-bitbucket.ts'
import type { WebhookTarget } from '#upstream/webhooks/webhook-sender.ts'
import { readEmbeddedSettings } from './embedded-settings.ts'
import { findMirrorPlaces, type MirrorPorts } from './mirror-places.ts'
import { onFreePort } from './on-free-port.ts'
import { repeat } from './repeat.ts'
import { createFetchServer } from './serve-fetch.ts'

/** A small Bitbucket on this machine's loopback, with its mirrors on addresses of their own. */
export type EmbeddedBitbucket = {
  readonly upstream: UpstreamAddress
  /** Its own port, whatever is in front of it. */
  readonly port: number
  readonly accounts: readonly SmallBitbucketAccount[]
  /** Whether its data changes by itself. */
  readonly isLive: boolean
  /** Token of the account that watches: whoever decides about requests also sees them. */
  readonly watchToken: string | null
  /** What the gateway must be allowed to ask, so that these mirrors can be asked like real ones. */
  readonly mirrorNetworks: MirrorNetworks
  /** What signed the certificate of its mirror on https (PEM), for the gateway to trust; `null` without such a mirror. */
  readonly certificates: string | null
  /**
   * Sends the webhooks of all repositories there, beginning with those of the last minute, until it is closed. A still
   * world has none to send.
   */
  readonly sendWebhooksTo: (target: WebhookTarget) => void
  readonly close: (deadlineMs?: number) => Promise<void>
}

const LOOPBACK = '127.0.0.1'

/** How often webhooks are sent, in ms: what they tell is that much late at most. */
const WEBHOOKS_MS = 500

/**
 * Starts a small Bitbucket over real sockets, so that the gateway treats it exactly like a real one. Port 0 takes any
 * free one.
 *
 * @param publicUrl its address where something is in front of it; its own where absent.
 * @throws ConfigError for a wrong setting or a taken port.
 */
export const startEmbeddedBitbucket = async (
  env: Environment,
  ports: MirrorPorts & { readonly upstream: number } = { upstream: 0, mirrors: 0, secure: 0 },
  publicUrl?: string,
): Promise<EmbeddedBitbucket> => {
  const settings = readEmbeddedSettings(env)
  const { server, serve } = createFetchServer()
  const stop = prepareStop(server)
  const port = await listen(server, LOOPBACK, ports.upstream, 'UPSTREAM_PORT')
  const baseUrl = publicUrl ?? `http://${LOOPBACK}:${port}`
  let target: WebhookTarget | null = null
  let stopWebhooks: (() => void) | null = null
  const { places, bitbucket } = await onFreePort(ports.mirrors, async () => {
    const found = await findMirrorPlaces(ports, (request) => created.fetchMirror(request))
    const created = createSmallBitbucket({
      ...settings,
      baseUrl,
      webhook: () => target,
      mirrorOrigin: found.originOf,
    })
    try {
      await found.open(created.mirrorHosts())
    } catch (error) {
      await found.close(0)
      throw error
    }
    return { places: found, bitbucket: created }
  })
  serve(async (request) => {
    const response = await bitbucket.fetch(request)
    // A mirror that was just accepted is there when its answer arrives; one whose place is taken cannot be reached.
    if (request.method !== 'GET') await places.open(bitbucket.mirrorHosts()).catch(() => undefined)
    return response
  })
  return {
    upstream: readUpstreamAddress(baseUrl),
    port,
    accounts: bitbucket.accounts,
    isLive: settings.live,
    watchToken: bitbucket.accounts[0]?.token ?? null,
    mirrorNetworks: readMirrorNetworks(places.networks),
    certificates: places.certificates,
    sendWebhooksTo: (given) => {
      target = given
      stopWebhooks ??= repeat(WEBHOOKS_MS, (signal) => bitbucket.sendWebhooks(signal))
    },
    close: async (deadlineMs) => {
      stopWebhooks?.()
      await Promise.all([stop(deadlineMs), places.close(deadlineMs)])
    },
  }
}
