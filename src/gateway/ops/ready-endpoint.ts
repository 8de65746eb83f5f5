import { operations } from '#contract/operations.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { jsonAnswer } from '#gateway/http/json-answer.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'

/** How long one check of the upstream serves all callers, in ms: any caller may ask, and each check costs a request. */
const FRESH_MS = 1000

type Readiness = { readonly status: number; readonly state: string }

/** Answers 200 while the upstream can be reached, and 503 with the kind of problem while it cannot. */
export const createReadyEndpoint = (options: {
  readonly upstream: string
  readonly fetchUpstream: UpstreamFetch
  readonly now: () => number
}) => {
  const { upstream, fetchUpstream, now } = options
  let last: { readonly startedAt: number; readonly readiness: Promise<Readiness> } | null = null
  let isUnderWay = false

  const check = async (): Promise<Readiness> => {
    isUnderWay = true
    try {
      const { ok } = await fetchUpstream(new Request(upstream + operations.getApplicationProperties.path))
      return ok ? { status: 200, state: 'ready' } : { status: 503, state: 'upstream-refused' }
    } catch (error) {
      return { status: 503, state: error instanceof GatewayError ? error.kind : 'upstream-unreachable' }
    } finally {
      isUnderWay = false
    }
  }

  return async (): Promise<Response> => {
    if (last === null || (!isUnderWay && now() - last.startedAt >= FRESH_MS)) {
      last = { startedAt: now(), readiness: check() }
    }
    const { status, state } = await last.readiness
    return jsonAnswer(status, { status: state })
  }
}
