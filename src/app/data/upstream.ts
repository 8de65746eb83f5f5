import { queryOptions } from '@tanstack/react-query'
import { call } from './client.ts'

/**
 * How far the upstream's clock is ahead of this browser's, in ms, measured at the middle of the request. `null`
 * where the account may not read it: ages are then told by this browser's clock.
 */
export const clockOffsetQuery = queryOptions({
  queryKey: ['upstream', 'clock-offset'],
  queryFn: async ({ signal }) => {
    const before = Date.now()
    const { serverTime } = await call('getAnalyticsSettings', {}, signal)
    return serverTime === null ? null : serverTime - (before + Date.now()) / 2
  },
  staleTime: 300_000,
})
