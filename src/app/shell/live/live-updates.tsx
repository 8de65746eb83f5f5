import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { refreshInterval } from '#app/browser/refresh-interval.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { followLive } from './follow-live.ts'

/** Shows nothing: has what the gateway's watch sees put into the cache, unless the person wants no refresh. */
export const LiveUpdates = () => {
  const client = useQueryClient()
  const { data: session } = useQuery(sessionQuery)
  const mark = session?.mark ?? null
  const isOn = refreshInterval.use() !== '0'
  useEffect(() => (mark !== null && isOn ? followLive(client, mark) : undefined), [client, mark, isOn])
  return null
}
