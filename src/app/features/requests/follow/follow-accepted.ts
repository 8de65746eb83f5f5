import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { followMirror } from '#app/domain/request/followed-mirrors.ts'
import type { DecisionOutcome } from '#app/domain/request/request-decision.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'

/** Follows the mirror of an accepted request, where its id is known. */
export const followAccepted = (
  request: MirroringRequest,
  outcome: DecisionOutcome,
  since = Date.now(),
): void => {
  const mirror = outcome.kind === 'done' ? outcome.answer : null
  // When the answer was lost, the request's own claim is all there is.
  const mirrorId = mirror?.id ?? request.mirrorId
  if (mirrorId === null) return
  followMirror({
    mirrorId,
    name: mirrorNameOf(request),
    seenBefore: mirror?.lastSeenDate ?? null,
    since,
  })
}
