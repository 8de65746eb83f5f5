import type { Activity } from '#contract/activity.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { jsonAnswer } from '#gateway/http/json-answer.ts'
import type { RequireDecider } from '#gateway/session/require-decider.ts'
import { requireReader } from '#gateway/session/require-reader.ts'
import type { OpenSession } from '#gateway/session/open-session.ts'
import { type DecisionStore, isCursor } from './store/decision-store.ts'

const answer = (body: Activity): Response => jsonAnswer(200, body)

/** Entries in one answer. */
const ENTRIES = 100

/**
 * `GET`: the writes through this console, for those who decide about mirroring requests themselves: whoever Bitbucket
 * lists the requests to.
 */
export const createActivityEndpoint = (options: {
  readonly requireDecider: RequireDecider
  readonly decisions: DecisionStore
}) => {
  const { requireDecider, decisions } = options

  /** @throws GatewayError, or UpstreamRefusal when the user may not list requests. */
  return async (request: Request, caller: OpenSession | null): Promise<Response> => {
    const session = requireReader(request, caller)
    const search = new URL(request.url).searchParams
    const before = search.get('before')
    const isKnown = [...search.keys()].every((name) => name === 'before')
    if (!isKnown || (before !== null && !isCursor(before))) throw new GatewayError('bad-request')
    await requireDecider(session, request.signal)
    try {
      const [{ entries, hasMore }, keptSince] = await Promise.all([
        decisions.read(before, ENTRIES),
        decisions.keptSince(),
      ])
      return answer({ entries: [...entries], hasMore, keptSince, isUnavailable: false })
    } catch {
      return answer({ entries: [], hasMore: false, keptSince: null, isUnavailable: true })
    }
  }
}
