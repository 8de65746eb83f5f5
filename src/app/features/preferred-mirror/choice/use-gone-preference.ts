import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { sessionQuery } from '#app/domain/session/session.ts'
import type { PagedList } from '#app/api/paged-list.ts'
import { type Presence, presenceIn } from '#app/api/presence.ts'
import { type RememberedPreference, rememberedPreference } from './remembered-preference.ts'

/**
 * The preference whose mirror is gone: still answered by Bitbucket but no longer listed, or seen here earlier and now
 * neither answered nor listed. `null` when there is none, or when the list proves nothing. It is
 * forgotten once the preference was cleared.
 */
export const useGonePreference = (
  preferred: MirrorServer | null | undefined,
  mirrors: PagedList<MirrorServer> | undefined,
): { readonly gone: RememberedPreference | null; readonly forget: () => void } => {
  const [, setForgotten] = useState(0)
  const { data: session } = useQuery(sessionQuery)
  const memory = useMemo(() => (session ? rememberedPreference(session) : null), [session])
  const presenceOf = (id: string): Presence =>
    mirrors === undefined ? 'cannot-say' : presenceIn(mirrors, id)
  const remembered = preferred === null ? (memory?.read() ?? null) : null
  // It was cleared elsewhere: the mirror is there, the preference is not.
  const isCleared = remembered !== null && presenceOf(remembered.id) === 'listed'
  useEffect(() => {
    if (preferred) memory?.write(preferred)
    else if (isCleared) memory?.write(null)
  }, [preferred, isCleared, memory])
  const candidate = preferred ?? remembered
  return {
    gone: candidate !== null && presenceOf(candidate.id) === 'absent' ? candidate : null,
    forget: () => {
      memory?.write(null)
      // What was remembered lies outside React, which would go on drawing it.
      setForgotten((times) => times + 1)
    },
  }
}
