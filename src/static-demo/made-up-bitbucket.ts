import { type AnswerSource, SOURCE_HEADER } from '#contract/answer-source.ts'
import { FLEET_PATH } from '#contract/fleet-check.ts'
import { PANEL_PATH } from '#contract/panel.ts'
import { matchPath } from '#contract/path.ts'
import { PROBE_PATH } from '#contract/probe.ts'
import { SESSION_PATH } from '#contract/session.ts'
import { GatewayError, gatewayErrorOf, gatewayErrorResponse } from '#gateway/http/gateway-error.ts'
import { jsonAnswer } from '#gateway/http/json-answer.ts'
import { createPanelReader } from '#gateway/mirrors/read-panel.ts'
import { HEALTH_PATH } from '#gateway/ops/check-paths.ts'
import { credentialOf } from '#gateway/session/open-session.ts'
import { answerProblem } from '#gateway/upstream/answer-problem.ts'
import { UpstreamRefusal } from '#gateway/upstream/upstream-refusal.ts'
import type { SeedName } from '#upstream/seed-names.ts'
import { createSmallBitbucket } from '#upstream/small-bitbucket.ts'
import { createFleetAnswer } from './answer-fleet.ts'
import { createProbeAnswer } from './answer-probe.ts'
import { askInMemory } from './ask-in-memory.ts'
import { createPageSession } from './page-session.ts'

/** A name that is reserved for addresses which lead nowhere (RFC 2606). */
const UPSTREAM = 'https://bitbucket.invalid'

/** The mirror on https, as in `npm start`, and how long its certificate still lasts, in ms. */
const SECURE = { key: 'mumbai', lastsMs: 19.5 * 86_400_000 } as const

/** As long as the gateway waits for a mirror, in ms. */
const ASK_LIMITS = { status: 5000, repository: 5000 }

/** As long as the gateway waits for Bitbucket, in ms. */
const UPSTREAM_LIMIT_MS = 30_000

const marked = (response: Response, source: AnswerSource): Response => {
  response.headers.set(SOURCE_HEADER, source)
  return response
}

const failure = (error: unknown): Response =>
  error instanceof UpstreamRefusal
    ? marked(new Response(error.body, error), 'upstream')
    : marked(gatewayErrorResponse(gatewayErrorOf(error)), 'gateway')

/**
 * A small Bitbucket with its mirrors, and what the gateway answers before it, for one page. No one watches: history,
 * activity, silences and events are answered as by a gateway without a watch.
 *
 * @returns a function that answers a request for `target`, a path with its query as the root of a console has it. It
 *   never rejects, except where a body breaks on purpose.
 */
export const createMadeUpBitbucket = (seed: SeedName) => {
  const bitbucket = createSmallBitbucket({
    seed,
    live: true,
    baseUrl: UPSTREAM,
    mirrorOrigin: (key) => `http${key === SECURE.key ? 's' : ''}://${key}.mirrors.invalid`,
  })
  const fetchUpstream = async (request: Request): Promise<Response> => {
    const limit = AbortSignal.timeout(UPSTREAM_LIMIT_MS)
    try {
      return await bitbucket.fetch(new Request(request, { signal: AbortSignal.any([request.signal, limit]) }))
    } catch (error) {
      if (limit.aborted) throw new GatewayError('upstream-timeout', { cause: error })
      throw error
    }
  }
  const asking = {
    upstream: UPSTREAM,
    fetchUpstream,
    askMirror: askInMemory(bitbucket, ASK_LIMITS, SECURE.lastsMs),
    now: Date.now,
  }
  const session = createPageSession(UPSTREAM, bitbucket.accounts, fetchUpstream)
  const answerFleet = createFleetAnswer(asking)
  const answerProbe = createProbeAnswer(asking)
  const readPanel = createPanelReader(asking)

  const own = async (request: Request, { pathname, searchParams }: URL): Promise<Response> => {
    if (pathname === SESSION_PATH) return session.answer(request)
    if (pathname === HEALTH_PATH) return jsonAnswer(200, { status: 'alive' })
    const mirrorId = matchPath(PANEL_PATH, pathname)?.['mirrorId']
    const isKnown = pathname === FLEET_PATH || pathname === PROBE_PATH || mirrorId !== undefined
    if (!isKnown) throw new GatewayError('not-in-contract')
    const current = session.current()
    if (current === null) throw new GatewayError('signed-out')
    const credential = credentialOf(current)
    if (pathname === FLEET_PATH) return answerFleet(credential, searchParams, request.signal)
    if (mirrorId === undefined) return answerProbe(current, request)
    return jsonAnswer(200, await readPanel(credential, mirrorId, request.signal))
  }

  const forward = async (request: Request, target: string): Promise<Response> => {
    const headers = new Headers(request.headers)
    const current = session.current()
    if (current !== null) headers.set('authorization', current.authorization)
    const body = request.body === null ? null : await request.arrayBuffer()
    const { method, signal } = request
    const response = await fetchUpstream(new Request(UPSTREAM + target, { method, headers, body, signal }))
    const header = (name: string) => response.headers.get(name)
    const problem = answerProblem({ status: response.status, header })
    if (problem !== null) throw problem
    return marked(response, 'upstream')
  }

  return async (request: Request, target: string): Promise<Response> => {
    try {
      const address = new URL(target, UPSTREAM)
      if (address.pathname.startsWith('/rest/')) return await forward(request, target)
      return marked(await own(request, address), 'gateway')
    } catch (error) {
      return failure(error)
    }
  }
}
