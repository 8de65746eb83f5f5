import { BoundedMap } from '#gateway/http/bounded-map.ts'
import type { ReadOwnMirrors } from '#gateway/mirrors/read-mirrors.ts'
import { ownerOf } from '#gateway/session/session-owner.ts'
import type { OpenSession } from '#gateway/session/open-session.ts'

/** How long Bitbucket's list for a user decides what that user gets, in ms. */
const VALID_MS = 300_000

/** How long reading it may take, in ms: those who share it may leave meanwhile, so none of them ends it. */
const TIMEOUT_MS = 20_000

/** Users whose lists are kept at once. */
const MAX_USERS = 2000

type Listed = {
  /** The mirrors that Bitbucket lists to this user. */
  readonly ids: ReadonlySet<string>
  /** Mirrors about which the list has decided: these, and those that existed and were not listed. */
  readonly decided: ReadonlySet<string>
  readonly readAt: number
}

/** Not by name: another token of the same user may be allowed to see less. */
const keyOf = (session: OpenSession): string => ownerOf({ ...session, isNamed: false })

/** Which mirrors Bitbucket lists to the users of streams. */
export type VisibleMirrors = {
  /**
   * The ids of those among `existing` that are listed to the user; `null` while that cannot be read.
   *
   * @param existing the ids of all mirrors that there are.
   */
  readonly of: (session: OpenSession, existing: readonly string[]) => Promise<ReadonlySet<string> | null>
  /** What is known already and valid; `null` otherwise. */
  readonly known: (session: OpenSession) => ReadonlySet<string> | null
}

/**
 * Reads the list of mirrors as each user, once for all streams of the same credential, and again after five minutes or
 * when there is a mirror that the last list did not decide about: a new one must not be missing for minutes.
 */
export const createVisibleMirrors = (options: {
  readonly readOwnMirrors: ReadOwnMirrors
  /** Epoch ms. */
  readonly now: () => number
}): VisibleMirrors => {
  const { readOwnMirrors, now } = options
  const lists = new BoundedMap<string, Listed>(MAX_USERS)
  const readings = new Map<string, Promise<Listed | null>>()

  const validOf = (key: string): Listed | null => {
    const listed = lists.get(key)
    if (listed === undefined) return null
    const age = now() - listed.readAt
    return age >= 0 && age < VALID_MS ? listed : null
  }

  const read = async (
    key: string,
    session: OpenSession,
    existing: readonly string[],
  ): Promise<Listed | null> => {
    try {
      const { rows, isWhole } = await readOwnMirrors(session, AbortSignal.timeout(TIMEOUT_MS))
      // A mirror that is missing from half a list may be one that is listed.
      if (!isWhole) return null
      const ids = new Set(rows.map(({ id }) => id))
      const listed = { ids, decided: new Set([...ids, ...existing]), readAt: now() }
      lists.set(key, listed)
      return listed
    } catch {
      // What was listed before may have been taken away: nothing is sent until it can be read again.
      lists.delete(key)
      return null
    } finally {
      readings.delete(key)
    }
  }

  return {
    of: async (session, existing) => {
      const key = keyOf(session)
      const valid = validOf(key)
      if (valid !== null && existing.every((id) => valid.decided.has(id))) return valid.ids
      const reading = readings.get(key) ?? read(key, session, existing)
      readings.set(key, reading)
      return (await reading)?.ids ?? null
    },
    known: (session) => validOf(keyOf(session))?.ids ?? null,
  }
}
