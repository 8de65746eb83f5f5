import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { newsOf, type Told } from '#app/data/fleet-news.ts'
import { type FleetSnapshot, transitionsOf } from '#app/data/fleet-transitions.ts'
import { mirrorsQuery } from '#app/data/mirrors.ts'
import { requestsQuery } from '#app/data/requests.ts'
import { clockOffsetQuery } from '#app/data/upstream.ts'
import { useMirrorHealths } from '#app/data/use-mirror-healths.ts'
import { walkedOf } from '#app/data/walk.ts'
import { announce, announcements } from '#app/ui/announcements.ts'

/** Longer than a message is shown, in ms. */
const AFTER_OTHERS_MS = 8500

const NOTHING: FleetSnapshot = { mirrors: null, requests: null }

const pagesAndRows = (data: Parameters<typeof walkedOf<MirroringRequest>>[0]) => ({
  pages: data.pages.length,
  rows: walkedOf(data).rows,
})

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
  const { data: requests } = useInfiniteQuery({
    ...requestsQuery('PENDING'),
    enabled: false,
    select: pagesAndRows,
  })
  const { data: offset } = useQuery({ ...clockOffsetQuery, enabled: false })
  const rows = mirrors?.rows
  const healths = useMirrorHealths(rows, offset ?? 0)
  const before = useRef<FleetSnapshot>(NOTHING)
  const pages = useRef(0)
  const told = useRef<Told>(new Map())
  useEffect(() => {
    const now: FleetSnapshot = {
      mirrors:
        // Without the upstream's clock a wrong clock here would make them all stale for a moment.
        rows === undefined || offset === undefined
          ? before.current.mirrors
          : new Map(
              rows.map(({ id, name, productVersion }) => [
                id,
                { name, health: healths.get(id) ?? 'unknown', version: productVersion },
              ]),
            ),
      requests: requests
        ? new Map(requests.rows.map((row) => [row.id, row.mirrorName]))
        : before.current.requests,
    }
    if (requests !== undefined && requests.pages !== pages.current) {
      // Reading on in a long list brings rows that were there before: no news, but what to compare with from now on.
      pages.current = requests.pages
      before.current = { ...before.current, requests: now.requests }
    }
    const news = newsOf(transitionsOf(before.current, now), told.current, Date.now())
    before.current = now
    told.current = news.told
    if (news.text !== null) tell(news.text)
  }, [rows, requests, offset, healths])
  return null
}
