import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { isReadToEnd } from '#app/api/presence.ts'
import { type FleetSnapshot, NO_SNAPSHOT, rememberedSnapshot } from '#app/domain/fleet/fleet-snapshot.ts'
import { type Transition, transitionsOf } from '#app/domain/fleet/fleet-transitions.ts'
import { type LastVisit, lastVisit } from '#app/domain/fleet/last-visit.ts'
import { sessionQuery } from '#app/domain/session/session.ts'

/** What changed since the last visit; `null` at the first one, and while nothing is read yet. */
export const useSinceLastVisit = (
  now: FleetSnapshot,
): { readonly visit: LastVisit | null; readonly transitions: readonly Transition[] } => {
  const { data: session } = useQuery(sessionQuery)
  const user = session?.user ?? ''
  const upstream = session?.upstream ?? ''
  // The visit before this one: what is remembered below must not replace it while the page is open.
  const [visit] = useState(() => (user === '' ? null : lastVisit(user, upstream).read(Date.now())))
  useEffect(() => {
    if (user === '' || now.mirrors === null || !isReadToEnd(now.mirrors)) return
    lastVisit(user, upstream).write(rememberedSnapshot(visit ?? NO_SNAPSHOT, now), Date.now())
  }, [user, upstream, visit, now])
  const transitions = useMemo(() => (visit === null ? [] : transitionsOf(visit, now)), [visit, now])
  return { visit, transitions }
}
