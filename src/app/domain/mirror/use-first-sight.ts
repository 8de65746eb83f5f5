import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { type FirstSight, firstSights } from './first-seen.ts'
import { sessionQuery } from '#app/domain/session/session.ts'

/** How this browser met a mirror first; meeting it now is remembered for later. */
export const useFirstSight = (mirror: MirrorServer): FirstSight | null => {
  const upstream = useQuery(sessionQuery).data?.upstream
  const first = useMemo(
    () => (upstream === undefined ? null : firstSights(upstream).of(mirror.id)),
    [upstream, mirror.id],
  )
  useEffect(() => {
    if (upstream !== undefined) firstSights(upstream).remember([mirror], Date.now())
  }, [upstream, mirror])
  return first
}
