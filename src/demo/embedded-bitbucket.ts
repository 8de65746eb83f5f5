import type { Environment } from '#gateway/ops/config.ts'
import { listen, prepareStop } from '#gateway/http/listen.ts'
import { type MirrorNetworks, readMirrorNetworks } from '#gateway/mirrors/mirror-networks.ts'
import { readUpstreamAddress, type UpstreamAddress } from '#gateway/upstream/upstream-address.ts'
import { createSmallBitbucket, type SmallBitbucketAccount } from '#upstream/small-bitbucket.ts'
import type { WebhookTarget } from '#upstream/webhooks/webhook-sender.ts'
import { readEmbeddedSettings } from './embedded-settings.ts'
import { repeat } from './repeat.ts'
import { selfSignedCertificate } from './self-signed-certificate.ts'
import { createFetchServer } from './serve-fetch.ts'

/** A small Bitbucket on this machine's loopback, with its mirrors on a port of their own. */
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

/** The mirror on https, and how long its certificate still lasts, in ms: so short that somebody has to renew it. */
const SECURE_MIRROR = { key: 'mumbai', lastsMs: 19.5 * 86_400_000 } as const

const createSecureMirrors = () => {
  const certificate = selfSignedCertificate({
    name: '*.mirrors.localhost',
    ends: Date.now() + SECURE_MIRROR.lastsMs,
  })
  return { ...createFetchServer(certificate), cert: certificate.cert }
}

/** The address of the mirror `dead` of the seed `broken`; asking it must show "unreachable", as with a real one. */
const DEAD_PORT = 1

/**
 * Starts a small Bitbucket over real sockets, so that the gateway treats it exactly like a real one. Port 0 takes any
 * free one.
 *
 * @param ports `secure` is that of the mirror on https; with `null` all mirrors are on http.
 * @param publicUrl its address where something is in front of it; its own where absent.
 * @throws ConfigError for a wrong setting or a taken port.
 */
export const startEmbeddedBitbucket = async (
  env: Environment,
  ports: {
    readonly upstream: number
    readonly mirrors: number
    readonly secure: number | null
  } = { upstream: 0, mirrors: 0, secure: 0 },
  publicUrl?: string,
): Promise<EmbeddedBitbucket> => {
  const settings = readEmbeddedSettings(env)
  const upstream = createFetchServer()
  const mirrors = createFetchServer()
  const secure = ports.secure === null ? null : createSecureMirrors()
  const servers = [upstream, mirrors, ...(secure === null ? [] : [secure])]
  const stops = servers.map(({ server }) => prepareStop(server))
  const upstreamPort = await listen(upstream.server, LOOPBACK, ports.upstream, 'UPSTREAM_PORT')
  const mirrorsPort = await listen(mirrors.server, LOOPBACK, ports.mirrors, 'MIRRORS_PORT')
  const securePort = secure && (await listen(secure.server, LOOPBACK, ports.secure ?? 0, 'MIRRORS_PORT'))
  const baseUrl = publicUrl ?? `http://${LOOPBACK}:${upstreamPort}`
  let target: WebhookTarget | null = null
  let stopWebhooks: (() => void) | null = null
  const bitbucket = createSmallBitbucket({
    ...settings,
    baseUrl,
    webhook: () => target,
    mirrorOrigin: (key) =>
      key === SECURE_MIRROR.key && securePort !== null
        ? `https://${key}.mirrors.localhost:${securePort}`
        : `http://${key}.mirrors.localhost:${mirrorsPort}`,
  })
  upstream.serve((request) => bitbucket.fetch(request))
  for (const server of [mirrors, secure]) server?.serve((request) => bitbucket.fetchMirror(request))
  return {
    upstream: readUpstreamAddress(baseUrl),
    port: upstreamPort,
    accounts: bitbucket.accounts,
    isLive: settings.live,
    watchToken: bitbucket.accounts[0]?.token ?? null,
    mirrorNetworks: readMirrorNetworks(
      [mirrorsPort, securePort ?? mirrorsPort, DEAD_PORT]
        .map((port) => `*.mirrors.localhost:${port}`)
        .join(', '),
    ),
    certificates: secure?.cert ?? null,
    sendWebhooksTo: (given) => {
      target = given
      stopWebhooks ??= repeat(WEBHOOKS_MS, (signal) => bitbucket.sendWebhooks(signal))
    },
    close: async (deadlineMs) => {
      stopWebhooks?.()
      await Promise.all(stops.map((stop) => stop(deadlineMs)))
    },
  }
}
