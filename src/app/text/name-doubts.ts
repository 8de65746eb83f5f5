import { cutText } from '#contract/cut-text.ts'
import { skeletonOf } from './look-alike.ts'
import { mixesAlphabets } from './mixes-alphabets.ts'

/** A name in a list: the id of its row, and the name itself. */
export type Named = readonly [id: string, name: string]

/** Longer names are cut in every list, so the rest of them cannot mislead. */
const LONGEST = 200

/** What is doubtful about names, by id of their row, in a few words. */
export type NameDoubts = ReadonlyMap<string, string>

const areSame = (one: NameDoubts, other: NameDoubts): boolean =>
  one.size === other.size && [...one].every(([id, doubt]) => other.get(id) === doubt)

/**
 * Names in a list that the eye may take for what they are not: those that mix alphabets, and those that look like
 * another name in the list without being it.
 *
 * @param before what was found in the list before; it is given back when nothing changed, so that nothing draws anew.
 */
export const nameDoubtsOf = (named: readonly Named[], before: NameDoubts = new Map()): NameDoubts => {
  const bySkeleton = new Map<string, string>()
  const shared = new Set<string>()
  const doubts = new Map<string, string>()
  const short = named.map(([id, name]) => {
    const seen = cutText(name, LONGEST)
    return [id, seen, skeletonOf(seen)] as const
  })
  for (const [, name, skeleton] of short) {
    const first = bySkeleton.get(skeleton)
    if (first === undefined) bySkeleton.set(skeleton, name)
    else if (first !== name) shared.add(skeleton)
  }
  for (const [id, name, skeleton] of short) {
    if (mixesAlphabets(name)) doubts.set(id, 'Mixed alphabets')
    // Names that show nothing are alike in that alone.
    else if (skeleton !== '' && shared.has(skeleton)) doubts.set(id, 'Looks like another name')
  }
  return areSame(doubts, before) ? before : doubts
}
