import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { newsOf, type Told } from '#app/domain/fleet/fleet-news.ts'
import { fleetSnapshotOf, NO_SNAPSHOT, rememberedSnapshot } from '#app/domain/fleet/fleet-snapshot.ts'
import { transitionsOf } from '#app/domain/fleet/fleet-transitions.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { requestsQuery } from '#app/domain/request/requests.ts'
import { clockOffsetQuery } from '#app/domain/upstream/upstream.ts'
import { useMirrorHealths } from '#app/domain/mirror/use-mirror-healths.ts'
import { announce, announcements } from '#app/browser/announcements.ts'

/** Longer than a message is shown, in ms. */
const AFTER_OTHERS_MS = 8500

/** Tells news after whatever is being told: a result that one waits for must not be painted over. */
const tell = (text: string): void => {
  if (announcements.get() === null) announce(text)
  else setTimeout(() => announce(text), AFTER_OTHERS_MS)
}

/**
 * Tells what happens to the fleet while one looks at something else. It asks for nothing by itself: it watches what
 * the pages read, so an idle tab makes no request more.
 */
export const FleetWatcher = () => {
  const { data: mirrors } = useQuery({ ...mirrorsQuery, enabled: false })
  const { data: requests } = useInfiniteQuery({ ...requestsQuery('PENDING'), enabled: false })
  const { data: offset } = useQuery({ ...clockOffsetQuery, enabled: false })
  const healths = useMirrorHealths(mirrors?.rows, offset ?? 0)
  const before = useRef(NO_SNAPSHOT)
  const told = useRef<Told>(new Map())
  useEffect(() => {
    // Without the upstream's clock a wrong clock here would make them all stale for a moment.
    const now = fleetSnapshotOf(offset === undefined ? undefined : mirrors, requests, healths)
    const news = newsOf(transitionsOf(before.current, now), told.current, Date.now())
    before.current = rememberedSnapshot(before.current, now)
    told.current = news.told
    if (news.text !== null) tell(news.text)
  }, [mirrors, requests, offset, healths])
  return null
}
