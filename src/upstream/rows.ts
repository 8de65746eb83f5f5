/** Rows by index, made when asked for. `undefined` is a hole: an index that is counted but never shown. */
export type Rows<Row> = {
  readonly size: number
  at(index: number): Row | undefined
}

/** The rows of a list. */
export const rowsOfList = <Row>(list: readonly Row[]): Rows<Row> => ({
  size: list.length,
  at: (index) => list[index],
})

/** Some rows of others, by their indexes. */
export const rowsAt = <Row>(rows: Rows<Row>, indexes: readonly number[]): Rows<Row> => ({
  size: indexes.length,
  at: (index) => {
    const source = indexes[index]
    return source === undefined ? undefined : rows.at(source)
  },
})

/** A run of `size` neighbouring rows of others. */
export const rowsBetween = <Row>(rows: Rows<Row>, from: number, size: number): Rows<Row> => ({
  size,
  at: (index) => (index < 0 || index >= size ? undefined : rows.at(from + index)),
})
