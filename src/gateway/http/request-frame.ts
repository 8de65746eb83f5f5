import type { IncomingMessage } from 'node:http'
import { CSRF_HEADER, SESSION_HEADER } from '#contract/session.ts'
import { belowBase } from './base-path.ts'
import { isCheckPath } from '#gateway/ops/check-paths.ts'
import { GatewayError } from './gateway-error.ts'
import type { HostRules } from './host-rules.ts'

/** The parts of a received request that may be used further on; nothing else of its first line is. */
export type RequestFrame = {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  /** Canonical path below the console's own: plain segments, and escapes only outside the API. */
  readonly path: string
  /** Without the question mark; empty for none. */
  readonly query: string
  /** The origin under which the browser knows this gateway. */
  readonly origin: string
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'] as const
const isMethod = (method: string | undefined): method is RequestFrame['method'] =>
  METHODS.some((known) => known === method)

/** Longest request target in bytes: a search text with its escapes fits, a flood does not. */
const MAX_TARGET = 4096

/** Everything of RFC 3986 but the backslash and controls, which some servers read as separators. */
const TARGET = /^\/(?!\/)[\w.~!$&'()*+,;=:@/%-]*(?:\?[\w.~!$&'()*+,;=:@/?%[\]|"^`{}<>-]*)?$/

const DOT_SEGMENT = /\/(?:\.|%2e){1,2}(?:\/|$)/i

/** Escapes that decode to a separator, a dot or a control character change what a path means. */
const PATH_CHANGING_ESCAPE = /%(?![0-9a-f]{2})|%(?:2e|2f|5c|25|[01][0-9a-f]|7f)/i

/** A name or an address, with a port or without. */
const PLAIN_HOST = /^(?:[A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/

/** A letter, a digit, `-`, `_` or `~` needs no escape (RFC 3986, 2.3); an escaped one hides a word. */
const HIDING_ESCAPE = /%(?:2d|3\d|4[1-9a-f]|5[\da]|5f|6[1-9a-f]|7[\dae])/i

const isApi = (path: string): boolean => /^\/(?:rest|-)(?:\/|$)/i.test(path)

/**
 * Headers that decide something and have one value. Of some, Node keeps the first value only; of others it joins all:
 * two servers would read two things.
 */
const SINGLE = new Set([
  'host',
  'authorization',
  'content-length',
  'content-type',
  'origin',
  'sec-fetch-site',
  'x-atlassian-token',
  CSRF_HEADER,
  SESSION_HEADER,
])

const repeatsSingle = (rawHeaders: readonly string[]): boolean => {
  const seen = new Set<string>()
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? ''
    if (!SINGLE.has(name)) continue
    if (seen.has(name)) return true
    seen.add(name)
  }
  return false
}

const changesPath = (path: string): boolean =>
  path.includes('//') ||
  DOT_SEGMENT.test(path) ||
  (path.includes('%') && (PATH_CHANGING_ESCAPE.test(path) || HIDING_ESCAPE.test(path)))

/**
 * Reads the first line and the `Host` header of a request.
 *
 * @throws GatewayError for anything but a plain request to this gateway. Node passes on dot segments, `//`,
 * absolute-form targets, repeated `Host` headers and TRACE, so each is refused here.
 */
export const readRequestFrame = (
  request: IncomingMessage,
  originOf: HostRules,
  basePath = '',
): RequestFrame => {
  const { method, url = '' } = request
  // An orchestrator asks the process by its address, not by the name people use, and a load balancer in HTTP/1.0 by no
  // name at all; the answer is the same for all callers.
  const isCheck = (method === 'GET' || method === 'HEAD') && isCheckPath(url)
  const host = request.headers.host ?? (isCheck && request.httpVersion === '1.0' ? 'localhost' : '')
  if (host === '') throw new GatewayError('foreign-host')
  if (repeatsSingle(request.rawHeaders)) throw new GatewayError('bad-request')
  const origin = originOf(host) ?? (isCheck && PLAIN_HOST.test(host) ? `http://${host}` : null)
  if (origin === null) throw new GatewayError('foreign-host')
  if (!isMethod(method)) {
    throw new GatewayError('not-in-contract', { status: 405, headers: { allow: METHODS.join(', ') } })
  }
  if (url.length > MAX_TARGET || !TARGET.test(url)) throw new GatewayError('bad-request')
  const at = url.indexOf('?')
  const path = at === -1 ? url : url.slice(0, at)
  if (changesPath(path)) throw new GatewayError('bad-request')
  const ownPath = belowBase(basePath, path)
  if (isApi(ownPath) && ownPath.includes('%')) throw new GatewayError('bad-request')
  return { method, path: ownPath, query: at === -1 ? '' : url.slice(at + 1), origin }
}
