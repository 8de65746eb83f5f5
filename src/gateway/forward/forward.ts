import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Dispatcher } from 'undici'
import { operations } from '#contract/operations.ts'
import { CSRF_HEADER, SESSION_HEADER } from '#contract/session.ts'
import { type ClientAddress, clientKey } from '#gateway/http/client-address.ts'
import { type DecisionLog, decisionOf, idsInBody } from './decision.ts'
import { forwardedBody } from './forwarded-body.ts'
import type { ForwardLimit } from './forward-limit.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { matchRoute } from '#gateway/http/match-route.ts'
import { relay } from './relay.ts'
import type { RequestFrame } from '#gateway/http/request-frame.ts'
import { requireSameOrigin } from '#gateway/http/same-origin.ts'
import { requireOwnSession, sessionMark } from '#gateway/session/session-mark.ts'
import { ownerOf } from '#gateway/session/session-owner.ts'
import { forwardedCredentialOf, type OpenSession } from '#gateway/session/open-session.ts'
import type { Sessions } from '#gateway/session/sessions.ts'
import type { WriteMemory } from './write-memory.ts'

/** The headers of the browser that reach the upstream as they are. */
const PASSED_ON = ['accept', 'accept-language', 'x-atlassian-token'] as const

/** One request to be forwarded. */
export type ForwardedRequest = {
  readonly frame: RequestFrame
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly requestId: string
  /** Called as soon as the row is known, for the log. */
  readonly onRoute: (template: string) => void
}

/**
 * Forwards rows of the contract to the upstream with the session's credential, and nothing else of what was
 * received. Without a session only what Bitbucket answers to anonymous users is asked.
 */
export const createForwarder = (options: {
  readonly dispatcher: Pick<Dispatcher, 'dispatch'>
  readonly contextPath: string
  readonly sessions: Sessions
  readonly limit: ForwardLimit
  /** For those without a session, per client address. */
  readonly anonymousLimit: ForwardLimit
  readonly addressOf: ClientAddress
  /** Whether the client's address is sent on: only where a trusted proxy vouches for it. */
  readonly sendsAddress: boolean
  readonly writes: WriteMemory
  /** Told of every write of somebody who is signed in, whether it was sent or not. */
  readonly decide: DecisionLog
  /** How long one answer may take in all, in ms. */
  readonly totalMs: number
}) => {
  const { dispatcher, contextPath, sessions, limit, anonymousLimit, writes, totalMs } = options
  const { addressOf, sendsAddress, decide } = options
  /** Nothing of what was received but what the contract has. */
  const sentHeaders = (
    request: IncomingMessage,
    requestId: string,
    session: OpenSession | null,
    hasBody: boolean,
  ): Record<string, string> => {
    const sent: Record<string, string> = { 'accept-encoding': 'identity', 'x-request-id': requestId }
    for (const name of PASSED_ON) {
      const value = request.headers[name]
      if (typeof value === 'string') sent[name] = value
    }
    if (session !== null) Object.assign(sent, forwardedCredentialOf(session))
    const address = sendsAddress ? addressOf(request) : null
    if (address !== null) sent['x-forwarded-for'] = address
    if (hasBody) sent['content-type'] = 'application/json'
    // Bitbucket asks it of what comes with its cookies; the proofs of same origin were asked for here.
    const isWrite = request.method !== 'GET' && request.method !== 'HEAD'
    if (isWrite && sessions.way === 'bitbucket-session') sent['x-atlassian-token'] = 'no-check'
    return sent
  }

  /** @throws GatewayError while nothing has been sent to the browser. */
  return async ({ frame, request, response, requestId, onRoute }: ForwardedRequest): Promise<void> => {
    const route = matchRoute(frame.method, frame.path, frame.query)
    onRoute(route.operation.path)
    const { headers } = request
    requireSameOrigin(frame.method, (name) => headers[name]?.toString() ?? null, frame.origin, sessions.way)
    const isWrite = route.operation.method !== 'GET'
    const address = addressOf(request)
    const session = await sessions.of(headers.cookie, { isFresh: isWrite, address })
    if (session === null && route.operation !== operations.getApplicationProperties) {
      throw new GatewayError('signed-out')
    }
    const told = { ids: route.ids, isSent: false }
    try {
      requireOwnSession(session, frame.method, headers[SESSION_HEADER]?.toString() ?? null)
      const body = await forwardedBody(request, route.operation)
      if (isWrite) told.ids = { ...route.ids, ...idsInBody(route.name, body) }
      const sent = sentHeaders(request, requestId, session, body !== null)
      const ownHeaders = ['x-request-id', requestId]
      if (session !== null) {
        for (const cookie of await sessions.cookiesFor(session)) ownHeaders.push('set-cookie', cookie)
        ownHeaders.push(SESSION_HEADER, sessionMark(session))
      }
      const path = contextPath + route.target
      const leave =
        session === null ? anonymousLimit.enter(clientKey(address)) : limit.enter(ownerOf(session))
      if (leave === null) throw new GatewayError('overloaded', { headers: { 'retry-after': '1' } })
      try {
        // Asked last: what was refused before has not been sent.
        if (isWrite && session !== null) {
          const isRepeated = writes.isRepeated(sessionMark(session), headers[CSRF_HEADER]?.toString() ?? '')
          if (isRepeated) throw new GatewayError('already-sent')
        }
        told.isSent = true
        await relay(dispatcher, { method: route.operation.method, path, headers: sent, body }, response, {
          ownHeaders,
          totalMs,
          judge: (head, setCookies) =>
            session === null
              ? { problem: null, setCookies: [] }
              : sessions.answered(session, { head, setCookies, isRead: !isWrite }),
        })
      } finally {
        leave()
      }
    } finally {
      if (isWrite && session !== null) {
        const status = told.isSent && response.headersSent ? response.statusCode : null
        decide(decisionOf({ ...told, session, operation: route.name, requestId, status }))
      }
    }
  }
}
