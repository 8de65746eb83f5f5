import { operations } from '#contract/operations.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { jsonAnswer } from '#gateway/http/json-answer.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'

/** How long one look at the upstream serves everybody who asks, in ms: anybody may ask, and asking costs a request. */
const FRESH_MS = 1000

type Readiness = { readonly status: number; readonly said: string }

/** Answers 200 while the upstream can be reached, and 503 with the kind of trouble while it cannot. */
export const createReadyEndpoint = (options: {
  readonly upstream: string
  readonly fetchUpstream: UpstreamFetch
  readonly now: () => number
}) => {
  const { upstream, fetchUpstream, now } = options
  let last: { readonly startedAt: number; readonly readiness: Promise<Readiness> } | null = null
  let isUnderWay = false

  const look = async (): Promise<Readiness> => {
    isUnderWay = true
    try {
      const { ok } = await fetchUpstream(new Request(upstream + operations.getApplicationProperties.path))
      return ok ? { status: 200, said: 'ready' } : { status: 503, said: 'upstream-refused' }
    } catch (error) {
      return { status: 503, said: error instanceof GatewayError ? error.kind : 'upstream-unreachable' }
    } finally {
      isUnderWay = false
    }
  }

  return async (): Promise<Response> => {
    if (last === null || (!isUnderWay && now() - last.startedAt >= FRESH_MS)) {
      last = { startedAt: now(), readiness: look() }
    }
    const { status, said } = await last.readiness
    return jsonAnswer(status, { status: said })
  }
}
