import { mutationOptions } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { call } from '#app/api/client.ts'
import { confirmedWrite, type WriteStep } from '#app/api/confirmed-write.ts'
import { type CorrectionSubject, correctionWrite } from './mirror-correction.ts'
import { removalWrite } from './mirror-removal.ts'
import { mirrorKeys } from './mirrors.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'

/** One write per mirror at a time, wherever it was clicked. */
const scopeOf = (mirrorId: string) => ({ id: `mirror-${mirrorId}` })

/** Removes a mirror, at most once. */
export const removeMirrorMutation = (mirrorId: string) =>
  mutationOptions({
    mutationKey: ['remove-mirror', mirrorId],
    mutationFn: ({ subject, ...ports }: WriteStep<MirrorServer>) =>
      confirmedWrite(removalWrite(subject), ports),
    scope: scopeOf(mirrorId),
    // Bitbucket clears the preferences for a mirror that goes.
    meta: { invalidates: [mirrorKeys.list(), preferredMirrorQuery.queryKey] },
  })

/** Corrects address and version of a mirror's record, at most once. */
export const correctMirrorMutation = (mirrorId: string) =>
  mutationOptions({
    mutationKey: ['correct-mirror', mirrorId],
    mutationFn: ({ subject, ...ports }: WriteStep<CorrectionSubject>) =>
      confirmedWrite(correctionWrite(subject), ports),
    scope: scopeOf(mirrorId),
    meta: { invalidates: [mirrorKeys.all] },
  })

/** What can be published about a repository in a mirror's name. */
export type MirrorEventType = 'SYNCHRONIZED' | 'SYNCHRONIZATION_FAILED'

/** Puts an event of a mirror on Bitbucket's queue. 204 means "queued"; no resource shows what becomes of it. */
export const publishEventMutation = (mirrorId: string) =>
  mutationOptions({
    mutationKey: ['publish-event', mirrorId],
    mutationFn: ({ type, repositoryId }: { type: MirrorEventType; repositoryId: string }) =>
      call('publishEvent', { parameters: { mirrorId }, body: { type, upstreamRepoId: repositoryId } }),
    scope: scopeOf(mirrorId),
  })

/**
 * Reads a mirror's token and hands it to `receive`. The token is no result of the mutation on purpose: so it is in no
 * cache, whatever is done with it afterwards.
 */
export const mirrorTokenMutation = (mirrorId: string) =>
  mutationOptions({
    mutationKey: ['mirror-token', mirrorId],
    mutationFn: async (receive: (token: string) => void | Promise<void>) => {
      const { token } = await call('getMirrorToken', { parameters: { mirrorId } })
      await receive(token)
    },
    gcTime: 0,
  })
