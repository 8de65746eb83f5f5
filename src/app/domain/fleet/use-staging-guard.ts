import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { readKnownMirrors, rememberMirrors } from './known-mirrors.ts'
import { idsIn } from '#app/api/presence.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { type CloneSuspicion, cloneSuspicionOf } from './staging-guard.ts'

const listeners = new Set<() => void>()
let unlocked: ReadonlySet<string> = new Set()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const unlockUpstream = (upstream: string): void => {
  unlocked = new Set([...unlocked, upstream])
  for (const listener of listeners) listener()
}

/** What the staging guard says, for every button that removes or accepts a mirror. */
export type StagingGuard = {
  /** Why this upstream looks like a clone; `null` while there is no sign of it. */
  readonly suspicion: CloneSuspicion | null
  /** Whether removal and acceptance are locked. */
  readonly isLocked: boolean
  /** Unlocks until the page is loaded anew: kept in memory alone, so that nobody inherits it. */
  readonly unlock: () => void
}

/** The words beside a locked button. */
export const LOCKED_WHY =
  'Locked, because this Bitbucket looks like a clone of another. Unlock it in the red bar above the list of mirror servers.'

/**
 * Judges the mirrors of this upstream against what this browser met before, and remembers them. It reads the list of
 * mirrors, as every page does that shows or changes mirrors; until it is there nothing is known and nothing locked.
 */
export const useStagingGuard = (): StagingGuard => {
  const { data: session } = useQuery(sessionQuery)
  const { data: mirrors } = useQuery(mirrorsQuery)
  const upstream = session?.upstream ?? ''
  const isUnlocked = useSyncExternalStore(subscribe, () => unlocked.has(upstream))
  // A mirror whose row cannot be read is here all the same.
  const ids = useMemo(() => mirrors && idsIn(mirrors), [mirrors])
  const suspicion = useMemo(
    () => (ids === undefined || upstream === '' ? null : cloneSuspicionOf(readKnownMirrors(), upstream, ids)),
    [ids, upstream],
  )
  useEffect(() => {
    if (ids !== undefined && upstream !== '') rememberMirrors(upstream, ids)
  }, [ids, upstream])
  return {
    suspicion,
    isLocked: suspicion !== null && !isUnlocked,
    unlock: () => unlockUpstream(upstream),
  }
}
