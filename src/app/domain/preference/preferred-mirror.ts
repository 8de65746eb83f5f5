import { mutationOptions, queryOptions } from '@tanstack/react-query'
import { call } from '#app/api/client.ts'
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

/** Sets the preference (a mirror's id) or clears it (`null`). Bitbucket answers nothing: whoever calls reads it back. */
export const preferMirrorMutation = mutationOptions({
  mutationKey: ['prefer-mirror'],
  mutationFn: (mirrorId: string | null) =>
    mirrorId === null ? call('clearPreferredMirror', {}) : call('setPreferredMirror', { body: mirrorId }),
  scope: { id: 'preferred-mirror' },
})
