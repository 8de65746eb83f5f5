import { createServer } from 'node:http'
import { type Session, SESSION_PATH } from '#contract/session.ts'
import { createMirrorAsker } from './ask-mirror.ts'
import type { Config } from './config.ts'
import { createEndpoints } from './endpoints.ts'
import { createForwarder } from './forward.ts'
import { createFrontDoor, type ServeFile } from './front-door.ts'
import { createHostRules, type HostRules, noHost } from './host-rules.ts'
import { listen, prepareStop } from './listen.ts'
import type { RequestLog } from './request-log.ts'
import { createAppServer, type ReadSession } from './serve-app.ts'
import { createSessions } from './sessions.ts'
import { readStaticFiles } from './static-files.ts'
import { trustedAuthorities } from './trusted-authorities.ts'
import type { UpstreamAddress } from './upstream-address.ts'
import { createUpstreamFetch } from './upstream-fetch.ts'
import { createUpstreamPool, type UpstreamTimeouts } from './upstream-pool.ts'

/** Settings with an upstream: without one there is nothing to stand before. */
export type GatewayConfig = Config & { readonly upstream: UpstreamAddress }

/** What a gateway is made of. */
export type GatewayOptions = {
  readonly config: GatewayConfig
  /** The accounts of the embedded small Bitbucket, offered for one-click sign-in; `null` for a real one. */
  readonly embedded: Session['embedded']
  readonly log?: RequestLog
  /** Epoch ms. */
  readonly now?: () => number
  readonly timeouts?: UpstreamTimeouts
}

/**
 * Everything behind the socket: the handler of a node:http server, and the end of its connections to the upstream.
 * The dev server mounts it too, with its own files.
 */
export const createGatewayHandler = (
  options: GatewayOptions & {
    readonly originOf: HostRules
    readonly createServeFile: (readSession: ReadSession) => ServeFile
  },
) => {
  const { config, embedded, originOf, createServeFile, log = () => undefined, now = Date.now } = options
  const { upstream, certificates, sessionKeys, publicUrl, mirrorNetworks } = config
  const pool = createUpstreamPool(upstream.origin, certificates, options.timeouts)
  const sessions = createSessions({
    keys: sessionKeys,
    upstream: upstream.href,
    isSecure: publicUrl?.startsWith('https:') === true,
    now,
  })
  const fetchUpstream = createUpstreamFetch(pool)
  const authorities = trustedAuthorities(certificates)
  const askMirror = createMirrorAsker({ networks: mirrorNetworks, authorities })
  const endpoints = createEndpoints({
    upstream: upstream.href,
    embedded,
    sessions,
    fetchUpstream,
    askMirror,
    now,
  })
  const readSession: ReadSession = (cookie) =>
    // The host says nothing here: this question is the gateway's own.
    endpoints(new Request(`http://gateway${SESSION_PATH}`, { headers: { cookie: cookie ?? '' } }))
  return {
    fetchUpstream,
    handle: createFrontDoor({
      originOf,
      serveFile: createServeFile(readSession),
      log,
      forward: createForwarder({ dispatcher: pool, contextPath: upstream.contextPath, sessions }),
      endpoints,
    }),
    close: () => pool.destroy(),
  }
}

/** The time a client has to send its headers, in ms: long for a phone, short for someone who only holds sockets. */
const HEADERS_MS = 15_000

/**
 * The front door: serves the built app of `distDir`, forwards the contract to Bitbucket, and keeps sessions.
 *
 * @throws ConfigError when there is no built app.
 */
export const createGateway = (options: GatewayOptions & { readonly distDir: string }) => {
  const { config } = options
  let originOf: HostRules = noHost
  const files = readStaticFiles(options.distDir)
  const { handle, fetchUpstream, close } = createGatewayHandler({
    ...options,
    originOf: (host) => originOf(host),
    createServeFile: (readSession) => createAppServer(files, readSession),
  })
  const server = createServer({ headersTimeout: HEADERS_MS, requestTimeout: 2 * HEADERS_MS }, handle)
  const stop = prepareStop(server)
  return {
    fetchUpstream,
    /** @throws ConfigError when the port is taken. */
    listen: async (): Promise<{ readonly url: string }> => {
      const port = await listen(server, config.host, config.port, 'PORT')
      originOf = createHostRules({ host: config.host, port, publicUrl: config.publicUrl })
      const literal = config.host.includes(':') ? `[${config.host}]` : config.host
      return { url: config.publicUrl ?? `http://${literal}:${port}` }
    },
    /** Finishes what is under way, at most until the deadline, and lets go of everything. */
    close: async (deadlineMs?: number): Promise<void> => {
      await stop(deadlineMs)
      await close()
    },
  }
}
