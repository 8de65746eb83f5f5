import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Silence } from '#contract/silences.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { browserSilences } from './browser-silences.ts'
import { NO_SILENCES, silencedNow } from './silenced-now.ts'
import { silencesQuery } from './silences-query.ts'

/** Longest time that a timer of a browser can wait, in ms. */
const LONGEST_TIMER_MS = 2_147_483_647

/** The time, epoch ms, moved on when the first of these silences ends. */
const useNextEnd = (silences: readonly Silence[]): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const open = silences.flatMap(({ until }) => (until > now ? [until] : []))
    if (open.length === 0) return undefined
    const waitMs = Math.max(0, Math.min(...open) - Date.now())
    const timer = setTimeout(() => setNow(Date.now()), Math.min(waitMs, LONGEST_TIMER_MS))
    return () => clearTimeout(timer)
  }, [silences, now])
  return now
}

const NONE: readonly Silence[] = []

/** Shows nothing: keeps up to date which mirrors are silenced now. One that ends is gone at that moment. */
export const SilenceKeeper = () => {
  const { data: session } = useQuery(sessionQuery)
  const isWatched = session?.isWatched === true
  const { data, isPending } = useQuery({ ...silencesQuery, enabled: isWatched })
  const own = browserSilences(session?.upstream ?? '').setting.use()
  const silences = isWatched ? (data?.silences ?? NONE) : own
  const now = useNextEnd(silences)
  const byId = useMemo(
    () =>
      new Map(
        silences.flatMap((silence) => (silence.until > now ? [[silence.mirrorId, silence] as const] : [])),
      ),
    [silences, now],
  )
  const place = isWatched ? 'console' : 'browser'
  const isSettled = !(isWatched && isPending)
  const isUnavailable = isWatched && (data === undefined ? !isPending : data.isUnavailable)
  useEffect(() => {
    silencedNow.set({ byId, place, isSettled, isUnavailable })
  }, [byId, place, isSettled, isUnavailable])
  // With the session that may read them.
  useEffect(() => () => silencedNow.set(NO_SILENCES), [])
  return null
}
