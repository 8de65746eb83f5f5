import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { readKnownMirrors, rememberMirrors } from './known-mirrors.ts'
import { personalStore } from '#app/browser/personal-store.ts'
import { type Allowed, allowed, refused } from '#app/text/allowed.ts'
import { idsIn } from '#app/api/presence.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import { type CloneSuspicion, cloneSuspicionOf } from './staging-guard.ts'

/** Upstreams that the person unlocked. In memory alone: the next person has to unlock again. */
const unlocked = personalStore<ReadonlySet<string>>(new Set())

/** What the staging guard says, for every button that removes or accepts a mirror. */
export type StagingGuard = {
  /** Why this upstream looks like a clone; `null` while there is no sign of it. */
  readonly suspicion: CloneSuspicion | null
  /** Whether mirrors may be removed and accepted. */
  readonly mayChange: Allowed
  /** Unlocks until the page is loaded again. */
  readonly unlock: () => void
}

const locked = refused(
  'Locked, because this Bitbucket looks like a clone of another. Unlock it in the red bar above the list of mirror servers.',
)

/**
 * Judges the mirrors of this upstream against what this browser met before, and remembers them. It reads the list of
 * mirrors, as every page does that shows or changes mirrors; until it is there nothing is known and nothing locked.
 */
export const useStagingGuard = (): StagingGuard => {
  const { data: session } = useQuery(sessionQuery)
  const { data: mirrors } = useQuery(mirrorsQuery)
  const upstream = session?.upstream ?? ''
  const isUnlocked = unlocked.use().has(upstream)
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
    mayChange: suspicion === null || isUnlocked ? allowed : locked,
    unlock: () => unlocked.set(new Set([...unlocked.get(), upstream])),
  }
}
