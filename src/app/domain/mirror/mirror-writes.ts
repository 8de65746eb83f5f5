import { mutationOptions } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { call } from '#app/api/client.ts'
import { type Correction, correctMirror } from './mirror-correction.ts'
import { checkRemoval, removeMirror } from './mirror-removal.ts'
import { mirrorKeys } from './mirrors.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import type { Problem } from '#app/api/problem.ts'
import { wait } from '#app/api/wait.ts'

/** One write per mirror at a time, wherever it was clicked. */
const scopeOf = (mirrorId: string) => ({ id: `mirror-${mirrorId}` })

/** One step of a removal: to remove the mirror as it was shown, or to read what became of a removal. */
export type RemovalStep =
  | { readonly kind: 'remove'; readonly shown: MirrorServer; readonly onChecking: () => void }
  | { readonly kind: 'check'; readonly problem: Problem }

/** Removes a mirror, at most once, and tells what became of it. */
export const removeMirrorMutation = (mirrorId: string) =>
  mutationOptions({
    mutationKey: ['remove-mirror', mirrorId],
    mutationFn: (step: RemovalStep) =>
      step.kind === 'remove'
        ? removeMirror(step.shown, { onChecking: step.onChecking, wait })
        : checkRemoval(mirrorId, step.problem, { wait }),
    scope: scopeOf(mirrorId),
    // Bitbucket clears the preferences for a mirror that goes.
    meta: { invalidates: [mirrorKeys.list(), preferredMirrorQuery.queryKey] },
  })

/** Corrects address and version of a mirror's record, at most once, and tells what became of it. */
export const correctMirrorMutation = (mirrorId: string) =>
  mutationOptions({
    mutationKey: ['correct-mirror', mirrorId],
    mutationFn: ({
      shown,
      wanted,
      onChecking,
    }: {
      shown: MirrorServer
      wanted: Correction
      onChecking: () => void
    }) => correctMirror(shown, wanted, { onChecking, wait }),
    scope: scopeOf(mirrorId),
    meta: { invalidates: [mirrorKeys.all] },
  })

/** What can be told about a repository in a mirror's name. */
export type MirrorEventType = 'SYNCHRONIZED' | 'SYNCHRONIZATION_FAILED'

/** Puts an event of a mirror on Bitbucket's queue. 204 means "queued"; what becomes of it nothing tells. */
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
