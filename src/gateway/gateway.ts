import { setTimeout as delay } from 'node:timers/promises'
import { type Session, SESSION_PATH } from '#contract/session.ts'
import { createStatusChecks } from './mirrors/status-checks.ts'
import { createWatchers } from './watch/create-watchers.ts'
import type { WatchLog } from './watch/watch.ts'
import type { Watching } from './watch/open-watching.ts'
import { createMirrorAsker } from './mirrors/ask-mirror.ts'
import { ANONYMOUS, FLEETS, LIMITS, PANELS, QUESTIONS, READY, SIGN_IN } from './lanes.ts'
import type { Config } from './ops/config.ts'
import { createEndpoints } from './endpoints.ts'
import { createForwardLimit } from './forward/forward-limit.ts'
import type { DecisionLog } from './forward/decision.ts'
import { createForwarder } from './forward/forward.ts'
import { createFrontDoor, type ServeFile } from './http/front-door.ts'
import { createClientAddress } from './http/client-address.ts'
import { createHostRules, type HostRules, noHost } from './http/host-rules.ts'
import { listen, prepareStop } from './http/listen.ts'
import { createMetrics } from './ops/metrics.ts'
import { createMetricsServer } from './ops/metrics-server.ts'
import { createMirrorMetrics } from './ops/mirror-metrics.ts'
import { createWebhookDoor } from './http/webhook-door.ts'
import { createPublicServer } from './http/public-server.ts'
import type { RequestLog } from './ops/request-log.ts'
import { createAppServer, type ReadSession } from './document/serve-app.ts'
import { createBitbucketSessions } from './session/bitbucket-sessions.ts'
import { createSessions } from './session/sessions.ts'
import { readStaticFiles } from './document/static-files.ts'
import { trustedAuthorities } from './upstream/trusted-authorities.ts'
import type { UpstreamAddress } from './upstream/upstream-address.ts'
import { createUpstreamFetch } from './upstream/upstream-fetch.ts'
import { createUpstreamPool, UPSTREAM_TIMEOUTS, type UpstreamTimeouts } from './upstream/upstream-pool.ts'
import { createWriteMemory } from './forward/write-memory.ts'

/** How long a document waits for whose session it is, in ms: with a Bitbucket that hangs, the page itself says so. */
const DOCUMENT_WAIT_MS = 2000

/** The answer, or after a while that there is none yet. Whoever asks again then shares the question that goes on. */
const answerSoon = async (answer: Promise<Response>): Promise<Response> => {
  const waiting = new AbortController()
  const { signal } = waiting
  const late = delay(DOCUMENT_WAIT_MS, new Response(null, { status: 504 }), { signal, ref: false })
  try {
    return await Promise.race([answer, late])
  } finally {
    waiting.abort()
    late.catch(() => undefined)
  }
}

/** Settings with an upstream, which a gateway needs. */
export type GatewayConfig = Config & { readonly upstream: UpstreamAddress }

/** What a gateway is made of. */
export type GatewayOptions = {
  readonly config: GatewayConfig
  /** The accounts of the embedded small Bitbucket, offered for one-click sign-in; `null` for a real one. */
  readonly embedded: Session['embedded']
  readonly log?: RequestLog
  /** Told of every write. */
  readonly decide?: DecisionLog
  /** Epoch ms. */
  readonly now?: () => number
  readonly timeouts?: UpstreamTimeouts
  readonly limits?: typeof LIMITS
  /** The account that watches the mirrors, and where it keeps what it sees; `null` or absent where nobody watches. */
  readonly watching?: Watching | null
  readonly watchLog?: WatchLog
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
  const { upstream, certificates, sessionKeys, publicUrl, basePath, mirrorNetworks, trustedProxies } = config
  const { timeouts = UPSTREAM_TIMEOUTS, limits = LIMITS, decide = () => undefined } = options
  const isSecure = publicUrl?.startsWith('https:') === true
  const pool = createUpstreamPool(upstream.origin, certificates, timeouts)
  const limit = createForwardLimit(limits)
  const ownPool = (connections: number) =>
    createUpstreamPool(upstream.origin, certificates, timeouts, connections)
  const signInPool = ownPool(SIGN_IN.places)
  const readyPool = ownPool(READY.places)
  const fleetPool = ownPool(FLEETS.places)
  const fetchUpstream = createUpstreamFetch(pool, QUESTIONS)
  const lanes = {
    signIn: createUpstreamFetch(signInPool, SIGN_IN),
    ready: createUpstreamFetch(readyPool, READY),
    panel: createUpstreamFetch(pool, PANELS),
    fleet: createUpstreamFetch(fleetPool, FLEETS),
  }
  const sessions =
    config.signIn === 'bitbucket-session'
      ? createBitbucketSessions({ upstream, fetchUpstream: lanes.signIn, now })
      : createSessions({
          keys: sessionKeys,
          upstream: upstream.href,
          consoleAddress: config.consoleAddress,
          isSecure,
          basePath,
          idleMs: config.sessionIdleMs,
          now,
        })
  const addressOf = createClientAddress(trustedProxies, publicUrl !== null)
  const authorities = trustedAuthorities(certificates)
  const askMirror = createMirrorAsker({ networks: mirrorNetworks, authorities })
  const checkStatus = createStatusChecks({ askMirror, now })
  const { watching = null, watchLog } = options
  const watchers =
    watching &&
    createWatchers(watching, {
      upstream: upstream.href,
      ownPool,
      askMirror,
      checkStatus,
      repositories: config.watchRepositories,
      now,
      log: watchLog,
    })
  const watched = watchers?.watched ?? null
  const keepDecision: DecisionLog = (decision) => {
    decide(decision)
    // What cannot be kept is in the log, and the watch says that its store fails.
    watched?.store.decisions.add(decision).catch(() => undefined)
  }
  const endpoints = createEndpoints({
    upstream: upstream.href,
    decide: keepDecision,
    embedded,
    copiesLastMs: config.areKeysShared ? config.sessionIdleMs : null,
    sessions,
    fetchUpstream,
    lanes,
    askMirror,
    now,
    checkStatus,
    watched,
    webhookSecret: config.webhookSecret,
  })
  const readSession: ReadSession = (cookie) =>
    // The host says nothing here: this question is the gateway's own.
    answerSoon(endpoints(new Request(`http://gateway${SESSION_PATH}`, { headers: { cookie: cookie ?? '' } })))
  return {
    fetchUpstream,
    forwardsUnderWay: limit.underWay,
    watchers,
    handle: createFrontDoor({
      originOf,
      basePath,
      isSecure,
      serveFile: createServeFile(readSession),
      log,
      forward: createForwarder({
        dispatcher: pool,
        contextPath: upstream.contextPath,
        sessions,
        limit,
        anonymousLimit: createForwardLimit(ANONYMOUS),
        addressOf,
        sendsAddress: trustedProxies.length > 0,
        writes: createWriteMemory(now),
        decide: keepDecision,
        totalMs: timeouts.totalMs,
      }),
      endpoints,
      addressOf,
      admitWebhook: watched && config.webhookSecret !== null ? createWebhookDoor(now) : null,
    }),
    close: async () => {
      watched?.events.close()
      await Promise.all([pool, signInPool, readyPool, fleetPool].map((own) => own.destroy()))
      await watchers?.stop()
    },
  }
}

/**
 * The front door: serves the built app of `distDir`, forwards the contract to Bitbucket, and keeps sessions.
 *
 * @throws ConfigError when there is no built app.
 */
export const createGateway = (options: GatewayOptions & { readonly distDir: string }) => {
  const { config, log = () => undefined, now = Date.now } = options
  let originOf: HostRules = noHost
  const files = readStaticFiles(options.distDir)
  const metrics = createMetrics()
  const { handle, fetchUpstream, forwardsUnderWay, watchers, close } = createGatewayHandler({
    ...options,
    log: (line) => {
      metrics.count(line)
      log(line)
    },
    originOf: (host) => originOf(host),
    createServeFile: (readSession) => createAppServer(files, readSession, config.basePath),
  })
  const server = createPublicServer(handle)
  // Requests that still wait for Bitbucket are answered that it could not be reached.
  const stop = prepareStop(server, () => void close())
  const watched = watchers?.watched
  const mirrorMetrics = watched && createMirrorMetrics(watched.watch, now, watched.store)
  const metricsServer = createMetricsServer(
    async () =>
      metrics.text({ forwardsUnderWay: forwardsUnderWay() }) + ((await mirrorMetrics?.text()) ?? ''),
  )
  return {
    fetchUpstream,
    /** @throws ConfigError when a port is taken. */
    listen: async () => {
      const port = await listen(server, config.host, config.port, 'PORT')
      originOf = createHostRules({ host: config.host, port, publicUrl: config.publicUrl })
      watchers?.start()
      const literal = config.host.includes(':') ? `[${config.host}]` : config.host
      return {
        /** Where people find it. */
        url: config.publicUrl ?? `http://${literal}:${port}`,
        port,
        metricsUrl: config.metricsPort === null ? null : await metricsServer.listen(config.metricsPort),
      }
    },
    /** Finishes what is under way, at most until the deadline, and closes everything. */
    close: async (deadlineMs?: number): Promise<void> => {
      // They would last as long as their readers want them to.
      watched?.events.close()
      await stop(deadlineMs)
      await metricsServer.close()
      await close()
    },
  }
}
