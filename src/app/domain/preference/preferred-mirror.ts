import { mutationOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { call } from '#app/api/client.ts'
import { type ConfirmedWrite, confirmedWrite, type WriteStep } from '#app/api/confirmed-write.ts'
import { problemOf } from '#app/api/problem.ts'

/** Where the caller's preference lives in the cache. */
const preferredMirrorKey = ['preferred-mirror'] as const

/** The caller's preferred mirror, or `null`: Bitbucket's 404 "none set" is a normal state. */
export const preferredMirrorQuery = queryOptions({
  queryKey: preferredMirrorKey,
  queryFn: async ({ signal }) => {
    try {
      return await call('getPreferredMirror', {}, signal)
    } catch (error) {
      if (problemOf(error).kind === 'not-found') return null
      throw error
    }
  },
  staleTime: 30_000,
})

/** Bitbucket answers nothing to the write, so what counts is the preference that it shows afterwards. */
const preferenceWrite = (
  mirrorId: string | null,
  client: QueryClient,
): ConfirmedWrite<MirrorServer, undefined> => ({
  read: async () => {
    // A reading that began before the write would bring what was true before it.
    await client.cancelQueries({ queryKey: preferredMirrorKey })
    return client.fetchQuery({ ...preferredMirrorQuery, staleTime: 0, retry: false })
  },
  isAsShown: null,
  send: () =>
    mirrorId === null ? call('clearPreferredMirror', {}) : call('setPreferredMirror', { body: mirrorId }),
  isDone: (preferred) => (preferred?.id ?? null) === mirrorId,
  isReadBack: true,
  answers: { conflict: 'refused', 'not-found': 'refused' },
})

/** Sets the preference (a mirror's id) or clears it (`null`). */
export const preferMirrorMutation = mutationOptions({
  mutationKey: ['prefer-mirror'],
  mutationFn: ({ subject, ...ports }: WriteStep<string | null>, { client }) =>
    confirmedWrite(preferenceWrite(subject, client), ports),
  scope: { id: 'preferred-mirror' },
})
