import { ownerOf } from './session-owner.ts'
import type { SealedSession } from './session-seal.ts'

/** Ended sessions of one user that are kept one by one. */
const MAX_PER_USER = 50

type Ended = Pick<SealedSession, 'id' | 'user' | 'isNamed' | 'authorization' | 'issuedAt'>

type OfUser = {
  /** When each ended session was made, by its id. */
  readonly issuedAt: Map<string, number>
  /** Every session of this user that was made up to then has ended, in epoch ms. */
  upTo: number
}

/** Remembers which sessions were ended before they expired. */
export type EndedSessions = {
  /** Ends a session until its own expiry. */
  add(session: Ended): void
  has(session: Ended): boolean
}

/**
 * Keeps ended sessions for `lifetimeMs` after they were made, when they expire anyway. Each user has a record of a fixed
 * size, so no user can push out another's: when it is full, its older half becomes one moment up to which all sessions
 * of this user have ended. Only users whom Bitbucket confirmed have a record. `now` is epoch ms.
 */
export const createEndedSessions = (lifetimeMs: number, now: () => number): EndedSessions => {
  const byUser = new Map<string, OfUser>()
  let sweptAt = now()

  const sweep = () => {
    const expired = now() - lifetimeMs
    for (const [user, ended] of byUser) {
      for (const [id, issuedAt] of ended.issuedAt) if (issuedAt <= expired) ended.issuedAt.delete(id)
      if (ended.issuedAt.size === 0 && ended.upTo <= expired) byUser.delete(user)
    }
    sweptAt = now()
  }

  const shorten = (ended: OfUser) => {
    const oldestFirst = [...ended.issuedAt].toSorted(([, one], [, other]) => one - other)
    for (const [id, issuedAt] of oldestFirst.slice(0, MAX_PER_USER / 2)) {
      ended.issuedAt.delete(id)
      ended.upTo = Math.max(ended.upTo, issuedAt)
    }
  }

  return {
    add: (session) => {
      const { id, issuedAt } = session
      const user = ownerOf(session)
      if (now() - sweptAt > lifetimeMs / 24) sweep()
      const ended = byUser.get(user) ?? { issuedAt: new Map<string, number>(), upTo: 0 }
      byUser.set(user, ended)
      ended.issuedAt.set(id, issuedAt)
      if (ended.issuedAt.size > MAX_PER_USER) shorten(ended)
    },
    has: (session) => {
      if (byUser.size === 0) return false
      const ended = byUser.get(ownerOf(session))
      return ended !== undefined && (session.issuedAt <= ended.upTo || ended.issuedAt.has(session.id))
    },
  }
}
