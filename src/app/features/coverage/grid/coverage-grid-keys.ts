/** A place in the grid: a row below the head, and a column, 0 being the name. */
export type Place = { readonly row: number; readonly column: number }

/** Rows that PageUp and PageDown move by. */
const PAGE = 20

const moves: Readonly<Record<string, (place: Place, last: Place) => Place>> = {
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, last) => ({ row, column: last.column }),
}

/** Letters that move like an arrow, where single keys are shortcuts. */
const letters: Readonly<Record<string, string>> = { j: 'ArrowDown', k: 'ArrowUp' }

const within = (value: number, last: number): number => Math.max(0, Math.min(value, last))

/**
 * Where a key leads, never beyond the last row and column; `null` for a key that moves nowhere.
 *
 * @param isSingle whether single letters are shortcuts.
 */
export const placeAfter = (key: string, place: Place, last: Place, isSingle = false): Place | null => {
  const name = isSingle && Object.hasOwn(letters, key) ? (letters[key] ?? key) : key
  if (!Object.hasOwn(moves, name)) return null
  const next = moves[name]?.(place, last) ?? place
  return { row: within(next.row, last.row), column: within(next.column, last.column) }
}
