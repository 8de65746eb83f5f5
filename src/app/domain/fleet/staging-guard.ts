import type { KnownMirrors } from './known-mirrors.ts'

/** Why an upstream looks like a clone of another. */
export type CloneSuspicion = {
  /** The address under which most of the shared mirrors were met first. */
  readonly otherUpstream: string
  /** How many of the mirrors here were met first under another address. */
  readonly shared: number
  /** How many mirrors there are here. */
  readonly total: number
}

/**
 * Whether the mirrors listed under `upstream` were met first under another address. A clone of production keeps the
 * ids of production's mirrors, and removing one there has disconnected the mirror of production. `null`: no sign.
 */
export const cloneSuspicionOf = (
  known: KnownMirrors,
  upstream: string,
  ids: readonly string[],
): CloneSuspicion | null => {
  const counts = new Map<string, number>()
  for (const id of ids) {
    const owner = known.get(id)
    if (owner !== undefined && owner !== upstream) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  }
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one)
  if (most === undefined) return null
  const shared = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return { otherUpstream: most[0], shared, total: ids.length }
}
