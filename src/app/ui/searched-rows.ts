/** Folded texts by row. Rows keep their identity over a refresh that brings nothing new, so each is folded once. */
const folded = new WeakMap<object, string>()

const foldedOf = <Row extends object>(
  row: Row,
  textsOf: (row: Row) => readonly (string | null)[],
): string => {
  const known = folded.get(row)
  if (known !== undefined) return known
  // A line break between the texts: no search finds something that begins in one and ends in the next.
  const text = textsOf(row).join('\n').toLowerCase()
  folded.set(row, text)
  return text
}

/**
 * The rows that have `search` in one of their texts, in any case. An empty search lets every row through, as the same
 * array.
 *
 * @param textsOf the same function for all calls with the same rows.
 */
export const searchedRows = <Row extends object>(
  rows: readonly Row[],
  search: string,
  textsOf: (row: Row) => readonly (string | null)[],
): readonly Row[] => {
  const wanted = search.trim().toLowerCase()
  return wanted === '' ? rows : rows.filter((row) => foldedOf(row, textsOf).includes(wanted))
}
