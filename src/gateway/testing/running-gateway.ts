import { onTestFinished } from 'vitest'
import { SESSION_HEADER } from '#contract/session.ts'
import type { Decision } from '#gateway/forward/decision.ts'
import { readConfig } from '#gateway/ops/config.ts'
import { createGateway } from '#gateway/gateway.ts'
import type { RequestLogLine } from '#gateway/ops/request-log.ts'
import type { Watching } from '#gateway/watch/open-watching.ts'
import { readUpstreamAddress } from '#gateway/upstream/upstream-address.ts'
import { UPSTREAM_TIMEOUTS, type UpstreamTimeouts } from '#gateway/upstream/upstream-pool.ts'
import { sessionMark } from '#gateway/session/session-mark.ts'
import { createSessions } from '#gateway/session/sessions.ts'
import { distFolder } from './dist-folder.ts'

/** What the console itself sends with every write. */
export const OWN_HEADERS = { 'x-mirror-console': '1', 'sec-fetch-site': 'same-origin' } as const

/** Starts a gateway before `upstreamUrl` on a free port; it ends with the test. */
export const runningGateway = async (
  upstreamUrl: string,
  more: {
    readonly env?: Record<string, string>
    readonly timeouts?: Partial<UpstreamTimeouts>
    readonly limits?: { readonly overall: number; readonly perUser: number }
    /** The watch starts with the gateway, and its store is closed with it. */
    readonly watching?: Watching
  } = {},
) => {
  const config = readConfig({ PORT: '0', ...more.env })
  const upstream = readUpstreamAddress(upstreamUrl)
  const log: RequestLogLine[] = []
  const decisions: Decision[] = []
  const gateway = createGateway({
    config: { ...config, upstream },
    distDir: distFolder(),
    embedded: null,
    log: (line) => log.push(line),
    decide: (decision) => decisions.push(decision),
    timeouts: { ...UPSTREAM_TIMEOUTS, ...more.timeouts },
    ...(more.limits ? { limits: more.limits } : {}),
    watching: more.watching ?? null,
  })
  const { port, metricsUrl } = await gateway.listen()
  onTestFinished(() => gateway.close(0))
  const sessions = createSessions({
    keys: config.sessionKeys,
    upstream: upstream.href,
    consoleAddress: config.consoleAddress,
    isSecure: config.publicUrl?.startsWith('https:') === true,
    basePath: config.basePath,
    now: Date.now,
  })
  return {
    url: `http://127.0.0.1:${port}`,
    metricsUrl: metricsUrl ?? '',
    log,
    decisions,
    /** A `Cookie` header of a user who signed in with these credentials. */
    cookieOf: async (user: string, authorization: string, isNamed = true) =>
      (await sessions.start(user, authorization, isNamed)).split(';')[0] ?? '',
    /** What a page of the session of `cookie` sends with its writes. */
    writeHeadersOf: async (cookie: string): Promise<Record<string, string>> => {
      const session = await sessions.of(cookie)
      return { ...OWN_HEADERS, cookie, ...(session && { [SESSION_HEADER]: sessionMark(session) }) }
    },
    close: (deadlineMs?: number) => gateway.close(deadlineMs),
  }
}
