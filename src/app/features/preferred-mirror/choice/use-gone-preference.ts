import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
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
  const { data: session } = useQuery(sessionQuery)
  const user = session?.user ?? null
  const upstream = session?.upstream ?? ''
  const memory = useMemo(() => rememberedPreference({ user, upstream }), [user, upstream])
  const lastSeen = memory.use()
  const presenceOf = (id: string): Presence =>
    mirrors === undefined ? 'cannot-say' : presenceIn(mirrors, id)
  const remembered = preferred === null ? lastSeen : null
  // It was cleared elsewhere: the mirror is there, the preference is not.
  const isCleared = remembered !== null && presenceOf(remembered.id) === 'listed'
  useEffect(() => {
    if (upstream === '') return
    if (preferred) memory.remember(preferred)
    else if (isCleared) memory.forget()
  }, [preferred, isCleared, upstream, memory])
  const candidate = preferred ?? remembered
  return {
    gone: candidate !== null && presenceOf(candidate.id) === 'absent' ? candidate : null,
    forget: memory.forget,
  }
}
