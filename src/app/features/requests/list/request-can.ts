import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { isSafeId } from '#contract/path.ts'

/** Yes, or no and why. */
export type Permission = { readonly isAllowed: true } | { readonly isAllowed: false; readonly why: string }

const no = (why: string): Permission => ({ isAllowed: false, why })

const beNamed = ({ id }: Pick<MirroringRequest, 'id'>): Permission =>
  isSafeId(id)
    ? { isAllowed: true }
    : no('Its id has characters that cannot stand in an address, so nothing can be done to it here.')

/** What can be done to a request, by its own facts. Whether one is permitted only Bitbucket's answer tells. */
export const requestCan = {
  /** Accepting and rejecting have the same rule. */
  beDecided: (request: Pick<MirroringRequest, 'state' | 'id'>): Permission =>
    request.state === 'PENDING' ? beNamed(request) : no('It is no longer pending.'),
  /** In any state. */
  beDeleted: beNamed,
} as const
