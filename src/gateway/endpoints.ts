import { randomUUID } from 'node:crypto'
import { type AnswerSource, SOURCE_HEADER } from '#contract/answer-source.ts'
import { ACTIVITY_PATH } from '#contract/activity.ts'
import { EVENTS_PATH } from '#contract/events.ts'
import { SILENCES_PATH } from '#contract/silences.ts'
import { FLEET_PATH } from '#contract/fleet-check.ts'
import { HISTORY_PATH } from '#contract/history.ts'
import { PANEL_PATH } from '#contract/panel.ts'
import { matchPath } from '#contract/path.ts'
import { PROBE_PATH } from '#contract/probe.ts'
import { SESSION_HEADER, SESSION_PATH, type Session } from '#contract/session.ts'
import { WEBHOOK_PATH } from '#contract/webhook.ts'
import type { DecisionLog } from './forward/decision.ts'
import { createForwardLimit } from './forward/forward-limit.ts'
import { HEALTH_PATH, READY_PATH } from './ops/check-paths.ts'
import { GatewayError, gatewayErrorOf, gatewayErrorResponse, JSON_TYPE } from './http/gateway-error.ts'
import { jsonAnswer } from './http/json-answer.ts'
import type { AskMirror } from './mirrors/mirror-reply.ts'
import { createMirrorReader } from './mirrors/read-mirrors.ts'
import { createFleetEndpoint } from './mirrors/fleet-endpoint.ts'
import { createPanelEndpoint } from './mirrors/panel-endpoint.ts'
import { createProbeEndpoint } from './mirrors/probe-endpoint.ts'
import { createReadyEndpoint } from './ops/ready-endpoint.ts'
import { type CheckStatus, createStatusChecks } from './mirrors/status-checks.ts'
import { createDescriptorReader } from './mirrors/repository-descriptors.ts'
import { requireSameOrigin } from './http/same-origin.ts'
import { createRequireDecider } from './session/require-decider.ts'
import { requireOwnSession } from './session/session-mark.ts'
import { createSessionEndpoint } from './session/session-endpoint.ts'
import type { OwnSessions, Sessions } from './session/sessions.ts'
import { createConcurrencyLimit, type ConcurrencyLimit } from './http/concurrency-limit.ts'
import type { UpstreamFetch } from './upstream/upstream-fetch.ts'
import { createActivityEndpoint } from './watch/activity-endpoint.ts'
import { createEventsEndpoint } from './watch/events-endpoint.ts'
import { createVisibleMirrors } from './watch/events-visible.ts'
import { createHistoryEndpoint } from './watch/history-endpoint.ts'
import { createSilencesEndpoint } from './watch/silences/silences-endpoint.ts'
import { createWebhookEndpoint } from './watch/lag/webhook-endpoint.ts'
import type { Watched } from './watch/watched.ts'
import { UpstreamRefusal } from './upstream/upstream-refusal.ts'

/** Mirrors that one user may have asked at once: as many as a browser opens connections, so waiting is rare. */
const MIRRORS_PER_USER = { places: 6, queue: 200, waitMs: 5000 }

/** Lists of mirrors that one user may have read at once for checks: one for each of a few tabs. */
const FLEETS_PER_USER = { places: 3, queue: 50, waitMs: 10_000 }

/** Callers whose lines about the fleet are under way: each tab has one for as long as its slowest mirror takes. */
const FLEET_CALLERS = { overall: 256, perUser: 64 }

/** Streams of events: each browser has one, for as long as one of its pages is open. */
const EVENT_STREAMS = { overall: 1024, perUser: 64 }

/** Panels read at once. A person reads one at a time. */
const PANELS = { overall: 8, perUser: 3 }

const OWN_PATHS: ReadonlySet<string> = new Set([
  SESSION_PATH,
  PROBE_PATH,
  FLEET_PATH,
  HISTORY_PATH,
  ACTIVITY_PATH,
  SILENCES_PATH,
  EVENTS_PATH,
  WEBHOOK_PATH,
  HEALTH_PATH,
  READY_PATH,
])

/** The route of one of the gateway's own paths for logs and metrics: a template, never an id. `null` for none. */
export const ownRouteOf = (path: string): string | null =>
  OWN_PATHS.has(path) ? path : matchPath(PANEL_PATH, path) === null ? null : PANEL_PATH

/** What the gateway's own endpoints need from outside. */
export type EndpointOptions = {
  /** Canonical address of the upstream, with its context path and without a slash at its end. */
  readonly upstream: string
  readonly embedded: Session['embedded']
  /** See `copiesLastMs` of the session; `null` where absent. */
  readonly copiesLastMs?: number | null
  readonly sessions: Sessions | OwnSessions
  /** For what users ask about mirrors. */
  readonly fetchUpstream: UpstreamFetch
  /** The lanes of the other purposes; {@link fetchUpstream} where absent. */
  readonly lanes?: {
    readonly signIn: UpstreamFetch
    readonly ready: UpstreamFetch
    readonly panel: UpstreamFetch
    readonly fleet: UpstreamFetch
  }
  readonly askMirror: AskMirror
  /** Epoch ms. */
  readonly now: () => number
  readonly concurrencyLimit?: ConcurrencyLimit
  /** Asks mirrors for their status; one that asks by {@link askMirror} where absent. */
  readonly checkStatus?: CheckStatus
  /** The watch and what it keeps; `null` or absent where nobody watches. */
  readonly watched?: Watched | null
  /** What Bitbucket signs its webhooks with; `null` or absent where none are taken. */
  readonly webhookSecret?: string | null
  /** Told of every write that ends here; nobody where absent. */
  readonly decide?: DecisionLog
}

/** Bitbucket's own error, with the two headers that say how to read it. */
const passedOn = (refusal: UpstreamRefusal): Response => {
  const headers = new Headers({
    'content-type': JSON_TYPE,
    [SOURCE_HEADER]: 'upstream' satisfies AnswerSource,
  })
  for (const name of ['x-ausername', 'retry-after']) {
    const value = refusal.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  return new Response(refusal.body, { status: refusal.status, headers })
}

/** Answers a request; the client's address may be unknown. `requestId` is that of the log. */
export type Endpoints = (request: Request, address?: string | null, requestId?: string) => Promise<Response>

/** The gateway's own endpoints as one `fetch`. It never rejects: every failure is an answer. */
export const createEndpoints = (options: EndpointOptions): Endpoints => {
  const { upstream, sessions, fetchUpstream, askMirror, now } = options
  const lanes = options.lanes ?? {
    signIn: fetchUpstream,
    ready: fetchUpstream,
    panel: fetchUpstream,
    fleet: fetchUpstream,
  }
  const { watched = null, webhookSecret = null } = options
  const answerSession = createSessionEndpoint({
    ...options,
    fetchUpstream: lanes.signIn,
    isWatched: watched !== null,
  })
  const answerProbe = createProbeEndpoint({
    readDescriptors: createDescriptorReader({ upstream, fetchUpstream, now }),
    askMirror,
    concurrencyLimit: options.concurrencyLimit ?? createConcurrencyLimit(MIRRORS_PER_USER),
    now,
  })

  const readOwnMirrors = createMirrorReader(
    { upstream, fetchUpstream: lanes.fleet, now },
    createConcurrencyLimit(FLEETS_PER_USER),
  )
  const answerFleet = createFleetEndpoint({
    readOwnMirrors,
    checkStatus: options.checkStatus ?? createStatusChecks({ askMirror, now }),
    callers: createForwardLimit(FLEET_CALLERS),
    now,
  })
  const answerPanel = createPanelEndpoint({
    upstream,
    fetchUpstream: lanes.panel,
    limit: createForwardLimit(PANELS),
  })
  const requireDecider = createRequireDecider({ upstream, fetchUpstream: lanes.fleet })
  const visible = createVisibleMirrors({ readOwnMirrors, now })
  const answerHistory =
    watched && createHistoryEndpoint({ readOwnMirrors, knownOf: visible.known, now, ...watched })
  const answerEvents =
    watched &&
    createEventsEndpoint({
      ...watched,
      visible,
      sessions,
      streams: createForwardLimit(EVENT_STREAMS),
      now,
    })
  const answerActivity =
    watched && createActivityEndpoint({ requireDecider, decisions: watched.store.decisions })
  const answerSilences =
    watched &&
    createSilencesEndpoint({
      readOwnMirrors,
      knownOf: visible.known,
      requireDecider,
      store: watched.store.silences,
      events: watched.events,
      decide: options.decide ?? (() => undefined),
      now,
    })
  const answerWebhook =
    watched && webhookSecret !== null
      ? createWebhookEndpoint({ secret: webhookSecret, lag: watched.store.lag, now })
      : null
  const answerReady = createReadyEndpoint({ upstream, fetchUpstream: lanes.ready, now })

  const answer = async (
    request: Request,
    address: string | null,
    requestId: string,
    setCookies: string[],
  ): Promise<Response> => {
    const { pathname, origin } = new URL(request.url)
    // It comes from Bitbucket, which has no page here: its signature stands for both proofs.
    if (pathname === WEBHOOK_PATH && answerWebhook !== null) return answerWebhook(request)
    requireSameOrigin(request.method, (name) => request.headers.get(name), origin, sessions.way)
    const isWrite = pathname === SILENCES_PATH && request.method !== 'GET'
    const isFresh = pathname === SESSION_PATH || isWrite
    const session = () => sessions.of(request.headers.get('cookie'), { isFresh, address })
    const ownSession = async () => {
      const current = await session()
      // Bitbucket gave them with its answer about the session, and gives them once.
      if (current !== null && 'setCookies' in current) setCookies.push(...current.setCookies)
      requireOwnSession(current, request.method, request.headers.get(SESSION_HEADER))
      return current
    }
    if (pathname === SESSION_PATH) return answerSession(request, await session(), address)
    if (pathname === PROBE_PATH) return answerProbe(request, await ownSession())
    if (pathname === FLEET_PATH) return answerFleet(request, await ownSession())
    if (pathname === HISTORY_PATH && answerHistory !== null) return answerHistory(request, await ownSession())
    if (pathname === ACTIVITY_PATH && answerActivity !== null) {
      return answerActivity(request, await ownSession())
    }
    if (pathname === SILENCES_PATH && answerSilences !== null) {
      return answerSilences(request, await ownSession(), requestId)
    }
    if (pathname === EVENTS_PATH && answerEvents !== null) return answerEvents(request, await ownSession())
    const panelIds = matchPath(PANEL_PATH, pathname)
    if (panelIds !== null) return answerPanel(request, await ownSession(), panelIds['mirrorId'] ?? '')
    if (pathname !== HEALTH_PATH && pathname !== READY_PATH) throw new GatewayError('not-in-contract')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      throw new GatewayError('not-in-contract', { status: 405, headers: { allow: 'GET, HEAD' } })
    }
    return pathname === HEALTH_PATH ? jsonAnswer(200, { status: 'alive' }) : answerReady()
  }

  return async (request, address = null, requestId = randomUUID()) => {
    const setCookies: string[] = []
    const answered = await answer(request, address, requestId, setCookies).catch((error: unknown) =>
      error instanceof UpstreamRefusal ? passedOn(error) : gatewayErrorResponse(gatewayErrorOf(error)),
    )
    for (const cookie of setCookies) answered.headers.append('set-cookie', cookie)
    return answered
  }
}
