import type { Arrival } from '#e2e/chaos/fault-wire.ts'

/** A write that one press of a button may send, by the name that stood on the screen then. */
export type Permit = {
  readonly tab: string
  readonly user: string | null
  readonly method: string
  readonly path: string
}

const lineOf = ({ user, method, path }: Pick<Arrival, 'user' | 'method' | 'path'>): string =>
  `${method} ${path} by ${user ?? 'no one'}`

/**
 * Writes that Bitbucket received and no press explains: a second one for the same press, or one in the name of another
 * than stood on the screen. Also returns the permits that are still unused.
 */
export const explainWrites = (
  permits: readonly Permit[],
  arrivals: readonly Arrival[],
): { readonly unexplained: readonly string[]; readonly left: readonly Permit[] } => {
  const left = [...permits]
  const unexplained = arrivals.flatMap((arrival) => {
    const at = left.findIndex((permit) => lineOf(permit) === lineOf(arrival))
    if (at === -1) return [`Bitbucket received ${lineOf(arrival)}, which no press of a button explains`]
    left.splice(at, 1)
    return []
  })
  return { unexplained, left }
}
