/** The list that rows grew from: of two with the same one, the shorter is the beginning of the longer. */
const growths = new WeakMap<readonly object[], object>()

/** Notes that `rows` are as much of a list as was read of it by then. */
export const noteGrowth = (rows: readonly object[], list: object): void => {
  growths.set(rows, list)
}

/**
 * What rows have in common with the rows of the same list when fewer pages of it were read. `undefined` for rows that
 * did not grow.
 */
export const growthOf = (rows: readonly object[]): object | undefined => growths.get(rows)
