import type { PagedList } from './paged-list.ts'

/** As much of a list as it takes to say what is in it. */
export type Listing<Row> = Pick<PagedList<Row>, 'rows' | 'fault' | 'hasMore'> & {
  readonly unreadable: readonly { readonly id: string | null }[]
}

/** `absent` only where it is proven; `cannot-say` where the list is not known well enough. */
export type Presence = 'listed' | 'absent' | 'cannot-say'

/** Ids of unreadable rows are cut to this length by the contract's `page`. */
const CUT_AT = 128

/** Whether the list was read to its end. Some of its rows may be unreadable. */
export const isReadToEnd = ({ fault, hasMore }: Pick<Listing<unknown>, 'fault' | 'hasMore'>): boolean =>
  fault === null && !hasMore

/** Whether the list was read to its end and every row of it could be read. */
export const isWhole = (list: Listing<unknown>): boolean => list.unreadable.length === 0 && isReadToEnd(list)

/** Whether there is proof that the list has no row. */
export const isEmpty = (list: Listing<unknown>): boolean => list.rows.length === 0 && isWhole(list)

/** As {@link presenceIn}, of an id that is known to be in none of the rows: they are not searched for each of many. */
export const presenceBesideRows = (list: Omit<Listing<unknown>, 'rows'>, id: string): Presence => {
  const cut = id.slice(0, CUT_AT)
  const like = list.unreadable.filter((row) => row.id === null || row.id === cut)
  // A cut id can be that of another row.
  if (id.length < CUT_AT && like.some((row) => row.id === id)) return 'listed'
  return like.length === 0 && isReadToEnd(list) ? 'absent' : 'cannot-say'
}

/** Whether a row is in the list. An unreadable row whose id is known is in it. */
export const presenceIn = (list: Listing<{ readonly id: string }>, id: string): Presence =>
  list.rows.some((row) => row.id === id) ? 'listed' : presenceBesideRows(list, id)

/** The ids of all rows, also of unreadable ones where the id is known. */
export const idsIn = ({ rows, unreadable }: Listing<{ readonly id: string }>): readonly string[] =>
  [...rows, ...unreadable].flatMap(({ id }) => (id === null ? [] : [id]))
