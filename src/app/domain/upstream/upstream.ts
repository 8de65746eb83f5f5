import { queryOptions } from '@tanstack/react-query'
import { call } from '#app/api/client.ts'

const analytics = {
  queryKey: ['upstream', 'analytics'],
  queryFn: async ({ signal }: { signal: AbortSignal }) => {
    const before = Date.now()
    const settings = await call('getAnalyticsSettings', {}, signal, 'no-store')
    const after = Date.now()
    const { serverTime } = settings
    return {
      ...settings,
      /** How far the upstream's clock is ahead of this browser's, in ms, measured at the middle of the request. */
      offsetMs: serverTime === null ? null : serverTime - (before + after) / 2,
      /** How far the measurement can be off, in ms: half of the time that the request took. */
      uncertaintyMs: (after - before) / 2,
    }
  },
  staleTime: 300_000,
} as const

/** The upstream's clock and analytics settings, as one request answers them. */
export const analyticsQuery = queryOptions(analytics)

/**
 * How far the upstream's clock is ahead of this browser's, in ms. `null` where the upstream does not send its time:
 * ages then use this browser's clock.
 */
export const clockOffsetQuery = queryOptions({ ...analytics, select: ({ offsetMs }) => offsetMs })

/**
 * The upstream's name and version, which everybody may read. It changes by an upgrade only, but then every comparison
 * with it is wrong: it is read again with each refresh, and not when a page opens.
 */
export const upstreamVersionQuery = queryOptions({
  queryKey: ['upstream', 'version'],
  queryFn: ({ signal }) => call('getApplicationProperties', {}, signal),
  staleTime: 3_600_000,
})
