import type { Activity } from '#contract/activity.ts'
import { operations } from '#contract/operations.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { jsonAnswer } from '#gateway/http/json-answer.ts'
import { requireReader } from '#gateway/session/require-reader.ts'
import type { SealedSession } from '#gateway/session/session-seal.ts'
import { readPage } from '#gateway/upstream/read-whole-list.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'
import { type DecisionStore, isCursor } from './store/decision-store.ts'

const answer = (body: Activity): Response => jsonAnswer(200, body)

/** Entries in one answer. */
const ENTRIES = 100

/**
 * `GET`: the writes through this console, for those who decide about mirroring requests themselves: whoever Bitbucket
 * lists the requests to.
 */
export const createActivityEndpoint = (options: {
  readonly upstream: string
  readonly fetchUpstream: UpstreamFetch
  readonly decisions: DecisionStore
}) => {
  const { upstream, fetchUpstream, decisions } = options

  /** @throws GatewayError, or UpstreamRefusal when the user may not list requests. */
  const requirePermission = async ({ authorization }: SealedSession, signal: AbortSignal): Promise<void> => {
    const { path, result } = operations.listRequests
    const headers = { accept: 'application/json', authorization }
    await readPage(
      fetchUpstream,
      result,
      new Request(`${upstream}${path}?start=0&limit=1`, { headers, signal }),
    )
  }

  return async (request: Request, caller: SealedSession | null): Promise<Response> => {
    const session = requireReader(request, caller)
    const search = new URL(request.url).searchParams
    const before = search.get('before')
    const isKnown = [...search.keys()].every((name) => name === 'before')
    if (!isKnown || (before !== null && !isCursor(before))) throw new GatewayError('bad-request')
    await requirePermission(session, request.signal)
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
