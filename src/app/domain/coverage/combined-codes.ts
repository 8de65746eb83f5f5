import { CELL_STATES, type CellState, codeOf } from './cell-state.ts'

const combined = (one: CellState, other: CellState): CellState => {
  if (one === other || other === 'not-asked') return one
  if (one === 'not-asked' || one === 'could-not-ask') return other
  return other === 'could-not-ask' ? one : 'differs'
}

const COUNT = CELL_STATES.length

/** Every pair of states, worked out once. */
const TABLE = Uint8Array.from(
  CELL_STATES.flatMap((one) => CELL_STATES.map((other) => codeOf(combined(one, other)))),
)

/**
 * Two samples of one project on one mirror as one, by code. What was not asked says nothing, and neither does a mirror
 * that gave no answer where another sample has one. The order does not matter, so any number combines pair by pair.
 */
export const combinedCodes = (one: number, other: number): number => TABLE[one * COUNT + other] ?? 0
