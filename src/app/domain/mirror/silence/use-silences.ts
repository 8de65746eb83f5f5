import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Silence } from '#contract/silences.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { browserSilences } from './browser-silences.ts'
import { silencesQuery } from './silences-query.ts'

/** The silences that hold now, by mirror id. */
export type SilencesById = ReadonlyMap<string, Silence>

/** What is known of silences. */
export type KnownSilences = {
  readonly byId: SilencesById
  /** Where they are kept: by the console for everybody, or in this browser alone. */
  readonly place: 'console' | 'browser'
  /** Whether it is known which there are, or known that they cannot be read: then alarms are as usual. */
  readonly isSettled: boolean
  /** Whether there may be some that cannot be read. */
  readonly isUnavailable: boolean
}

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

/** Which mirrors are silenced now. One that ends is gone from here at that moment. */
export const useSilences = (): KnownSilences => {
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
  return {
    byId,
    place: isWatched ? 'console' : 'browser',
    isSettled: !(isWatched && isPending),
    isUnavailable: isWatched && (data === undefined ? !isPending : data.isUnavailable),
  }
}
