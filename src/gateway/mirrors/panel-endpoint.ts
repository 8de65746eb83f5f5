import type { Panel } from '#contract/panel.ts'
import { AnswerTooLarge } from '#gateway/upstream/answer-too-large.ts'
import type { ForwardLimit } from '#gateway/forward/forward-limit.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { jsonAnswer } from '#gateway/http/json-answer.ts'
import { ownerOf } from '#gateway/session/session-owner.ts'
import { requireReader } from '#gateway/session/require-reader.ts'
import { credentialOf, type OpenSession } from '#gateway/session/open-session.ts'
import type { UpstreamFetch } from '#gateway/upstream/upstream-fetch.ts'
import { createPanelReader } from './read-panel.ts'

const tooLarge: Panel = { kind: 'failed', failure: 'too-large' }

/** `GET`: answers a mirror's settings panel, its HTML wrapped as JSON. */
export const createPanelEndpoint = (options: {
  readonly upstream: string
  readonly fetchUpstream: UpstreamFetch
  /** Panels under way: a mirror's host that hangs must not take the places of other users. */
  readonly limit: ForwardLimit
}) => {
  const { limit } = options
  const read = createPanelReader(options)

  /** @throws GatewayError or UpstreamRefusal when the upstream does not answer with a panel or its absence. */
  return async (request: Request, caller: OpenSession | null, mirrorId: string): Promise<Response> => {
    const session = requireReader(request, caller)
    const leave = limit.enter(ownerOf(session))
    if (leave === null) throw new GatewayError('overloaded', { headers: { 'retry-after': '5' } })
    try {
      return jsonAnswer(200, await read(credentialOf(session), mirrorId, request.signal))
    } catch (error) {
      if (error instanceof AnswerTooLarge) return jsonAnswer(200, tooLarge)
      throw error
    } finally {
      leave()
    }
  }
}
