import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { MAX_WEBHOOK_BODY, WEBHOOK_PATH } from '#contract/webhook.ts'
import { type Endpoints, ownRouteOf } from '#gateway/endpoints.ts'
import { EVENTS_TYPE } from '#contract/events.ts'
import type { ClientAddress } from './client-address.ts'
import { DATA_HEADERS, STRICT_TRANSPORT } from '#gateway/document/document-policy.ts'
import type { ForwardedRequest } from '#gateway/forward/forward.ts'
import { GatewayError } from './gateway-error.ts'
import type { HostRules } from './host-rules.ts'
import { LINES_TYPE } from './json-lines.ts'
import type { AdmitWebhook } from './webhook-door.ts'
import { type RequestFrame, readRequestFrame } from './request-frame.ts'
import type { RequestLog } from '#gateway/ops/request-log.ts'
import { sendErrorPage } from '#gateway/document/send-error-page.ts'
import { timeText } from './time-text.ts'
import { toRequest } from './to-request.ts'
import { writeResponse } from './write-response.ts'

/** Largest body of the gateway's own endpoints in bytes: a credential, or two ids. */
const MAX_OWN_BODY = 16_384

const METHODS_OF_PAGES = 'GET, HEAD'

/** Serves what is neither API nor own endpoint, and returns its name for the log. */
export type ServeFile = (
  frame: RequestFrame,
  request: IncomingMessage,
  response: ServerResponse,
) => Promise<string>

/** What the requests are sorted to. */
export type FrontDoorOptions = {
  readonly originOf: HostRules
  /** Path below which the console is served; empty for the root. */
  readonly basePath: string
  /** Whether people reach it over https: browsers are then asked to keep using it. */
  readonly isSecure: boolean
  readonly forward: (forwarded: ForwardedRequest) => Promise<void>
  readonly endpoints: Endpoints
  readonly addressOf: ClientAddress
  readonly serveFile: ServeFile
  readonly log: RequestLog
  /**
   * Admits a webhook before its body is read, or throws; the answer leaves again. `null` or absent where none are taken.
   */
  readonly admitWebhook?: AdmitWebhook | null
}

/** Types of what is sent as it is made; nothing else of the gateway's own is. */
const STREAMS: ReadonlySet<string | null> = new Set([LINES_TYPE, EVENTS_TYPE])

const isStream = (answer: Response): boolean => STREAMS.has(answer.headers.get('content-type'))

/** The gateway's own answers are small and complete, so each is sent in one piece with its length. */
const sendWhole = async (answer: Response, response: ServerResponse): Promise<void> => {
  const body = Buffer.from(await answer.arrayBuffer())
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') response.appendHeader(name, value)
    else response.setHeader(name, value)
  }
  // An answer without content has no length either (RFC 9110, 8.6).
  if (answer.status !== 204) response.setHeader('content-length', body.length)
  response.writeHead(answer.status)
  response.end(body)
}

/**
 * Handles every request of a node:http server: checks its first line and host, then hands it to the API, to the
 * gateway's own endpoints or to the files. No failure escapes.
 */
export const createFrontDoor = (options: FrontDoorOptions) => {
  const { originOf, basePath, isSecure, forward, endpoints, addressOf, serveFile, log } = options
  const { admitWebhook = null } = options

  const answerOwn = async (
    frame: RequestFrame,
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<void> => {
    const target = frame.query === '' ? frame.path : `${frame.path}?${frame.query}`
    const leave = frame.path === WEBHOOK_PATH && frame.method === 'POST' ? admitWebhook?.(request) : undefined
    try {
      const limit = leave === undefined ? MAX_OWN_BODY : MAX_WEBHOOK_BODY
      const asked = await toRequest(request, response, frame.origin, limit, target)
      const answer = await endpoints(asked, addressOf(request), requestId)
      await (isStream(answer) ? writeResponse(answer, response) : sendWhole(answer, response))
    } finally {
      leave?.()
    }
  }

  const enter = async (
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
    onRoute: (route: string) => void,
  ): Promise<void> => {
    const frame = readRequestFrame(request, originOf, basePath)
    // In any case: an address that only resembles the API is no page of the app either.
    const isRest = /^\/rest(?:\/|$)/i.test(frame.path)
    if (!isRest && !frame.path.startsWith('/-/')) {
      onRoute('file')
      if (frame.method !== 'GET' && frame.method !== 'HEAD') {
        throw new GatewayError('not-in-contract', { status: 405, headers: { allow: METHODS_OF_PAGES } })
      }
      onRoute(await serveFile(frame, request, response))
      return
    }
    if (isRest) {
      onRoute('/rest')
      return forward({ frame, request, response, requestId, onRoute })
    }
    for (const [name, value] of Object.entries(DATA_HEADERS)) response.setHeader(name, value)
    response.setHeader('x-request-id', requestId)
    onRoute(ownRouteOf(frame.path) ?? '/-')
    return answerOwn(frame, request, response, requestId)
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    const startedAt = performance.now()
    const requestId = randomUUID()
    let route = 'refused'
    response.once('close', () => {
      log({
        time: timeText(Date.now()),
        requestId,
        method: request.method ?? '',
        route,
        status: response.statusCode,
        ms: Math.round(performance.now() - startedAt),
      })
    })
    if (isSecure) response.setHeader(...STRICT_TRANSPORT)
    // A client that resets its connection is no failure of ours.
    request.on('error', () => undefined)
    enter(request, response, requestId, (known) => {
      route = known
    }).catch((error: unknown) => sendErrorPage(response, error, { requestId, basePath }))
  }
}
