import { idsIn, isReadToEnd, type Listing, presenceIn } from '#app/api/presence.ts'

type Rows = Listing<{ readonly id: string }>

/**
 * Which of these ids were in the list when it was read before, and are proven not to be in it now.
 *
 * @param before the same list, read earlier: what was selected in another list has not vanished from this one.
 */
export const vanishedIds = (ids: ReadonlySet<string>, before: Rows, now: Rows): ReadonlySet<string> => {
  if (before === now || ids.size === 0 || !isReadToEnd(now)) return new Set()
  const there = new Set(idsIn(now))
  const left = idsIn(before).filter((id) => ids.has(id) && !there.has(id))
  // A row that cannot be read, or not by its whole id, may be one of them.
  return new Set(left.filter((id) => now.unreadable.length === 0 || presenceIn(now, id) === 'absent'))
}
