import { growthOf } from '#app/api/reading/list-growth.ts'

type Row = { readonly id: string }

/** Which rows were looked for in a list that grows, in how many of its rows, and which are not in those. */
type Looked<Beside> = {
  readonly others: readonly Beside[]
  readonly count: number
  readonly open: readonly Beside[]
}

const lookedBefore = new WeakMap<object, Looked<Row>>()

/**
 * Those of other rows that are not in a list, by their id. Of a list that has grown since only what was added is looked
 * through.
 */
export const rowsBeside = <Other extends Row>(
  rows: readonly Row[],
  others: readonly Other[],
): readonly Other[] => {
  if (others.length === 0) return others
  const growth = growthOf(rows)
  const last = growth && lookedBefore.get(growth)
  const isSame = last?.others === others && last.count <= rows.length
  const open = new Set((isSame ? last.open : others).map(({ id }) => id))
  for (let at = isSame ? last.count : 0; at < rows.length && open.size > 0; at += 1) {
    open.delete(rows[at]?.id ?? '')
  }
  const beside = others.filter(({ id }) => open.has(id))
  if (growth) lookedBefore.set(growth, { others, count: rows.length, open: beside })
  return beside
}
