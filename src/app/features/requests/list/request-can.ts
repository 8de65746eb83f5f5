import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { isSafeId } from '#contract/path.ts'
import { type Allowed, allowed, refused } from '#app/text/allowed.ts'

const beNamed = ({ id }: Pick<MirroringRequest, 'id'>): Allowed =>
  isSafeId(id)
    ? allowed
    : refused('Its id has characters that cannot be used in an address, so nothing can be done to it here.')

/** What can be done to a request, by its own facts. Only Bitbucket's answer shows whether the user is permitted. */
export const requestCan = {
  /** Accepting and rejecting have the same rule. */
  beDecided: (request: Pick<MirroringRequest, 'state' | 'id'>): Allowed =>
    request.state === 'PENDING' ? beNamed(request) : refused('It is no longer pending.'),
  /** In any state. */
  beDeleted: beNamed,
} as const
