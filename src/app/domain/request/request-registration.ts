import { mutationOptions } from '@tanstack/react-query'
import type * as v from 'valibot'
import type { MirroringRequest, mirroringRequestBody } from '#contract/mirroring-request.ts'
import { isSameId } from '#contract/subject.ts'
import { call } from '#app/api/client.ts'
import { type ConfirmedWrite, confirmedWrite, type WriteStep } from '#app/api/confirmed-write.ts'
import { readWholeList } from '#app/api/paged-list.ts'
import { isWhole } from '#app/api/presence.ts'
import { Problem } from '#app/api/problem.ts'
import { requestKeys } from './requests.ts'

/** What is sent to register a mirror. */
type Body = v.InferInput<typeof mirroringRequestBody>

/**
 * The newest pending request with these facts.
 *
 * @throws Problem of kind `unreadable` where the list is not known well enough to say that there is none.
 */
const pendingLike = async (body: Body): Promise<MirroringRequest | null> => {
  const list = await readWholeList((page) => call('listRequests', { query: { ...page, state: 'PENDING' } }))
  const found = list.rows.findLast(
    ({ mirrorId, mirrorName, mirrorBaseUrl }) =>
      mirrorId === body.mirrorId && mirrorName === body.mirrorName && mirrorBaseUrl === body.mirrorBaseUrl,
  )
  // What is not in half a list may be in the other half.
  if (found === undefined && !isWhole(list)) throw new Problem({ kind: 'unreadable' })
  return found ?? null
}

/** The write that asks Bitbucket in a mirror's name to let it join. */
export const registrationWrite = (body: Body): ConfirmedWrite<MirroringRequest, MirroringRequest> => ({
  read: () => pendingLike(body),
  isAsShown: null,
  send: async () => {
    const request = await call('createRequest', { body })
    const isOfMirror = request.mirrorId === null || isSameId(request.mirrorId, body.mirrorId)
    if (!isOfMirror) throw new Problem({ kind: 'other-subject' })
    return request
  },
  isDone: (request) => request !== null,
  isReadBack: false,
  // A second request of one mirror is refused as a conflict: the pending one is not ours.
  answers: { conflict: 'refused', 'not-found': 'refused' },
})

/** Registers a mirror, at most once. */
export const registerMutation = mutationOptions({
  mutationKey: ['register-mirror'],
  mutationFn: ({ subject, ...ports }: WriteStep<Body>) => confirmedWrite(registrationWrite(subject), ports),
  scope: { id: 'register-mirror' },
  meta: { invalidates: [requestKeys.all] },
})
