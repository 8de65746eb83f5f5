import type { CellState } from './cell-state.ts'

/** How well a project or a repository is covered by the mirrors that stay. */
export type CoverageVerdict =
  /** At least two mirrors serve it. */
  | 'covered'
  /** One mirror serves it, and every other said that it does not. */
  | 'sole'
  /** Every mirror said that it does not serve it. */
  | 'nowhere'
  /** Too little is known: some mirrors were not asked or could not be. */
  | 'open'

/** The words of each verdict. */
export const verdictWords: Record<CoverageVerdict, string> = {
  covered: 'Covered',
  sole: 'Sole copy',
  nowhere: 'Nowhere',
  open: 'Not known yet',
}

const SERVING: ReadonlySet<CellState> = new Set(['served', 'served-failing'])
const ABSENT: ReadonlySet<CellState> = new Set(['not-mirrored', 'initializing', 'failed'])

/** Judges the cells of one row, without those of mirrors that are thought gone. Only a "no" counts as one. */
export const coverageVerdict = (cells: readonly CellState[]): CoverageVerdict => {
  const serving = cells.filter((cell) => SERVING.has(cell)).length
  if (serving >= 2) return 'covered'
  if (!cells.every((cell) => SERVING.has(cell) || ABSENT.has(cell)) || cells.length === 0) return 'open'
  return serving === 1 ? 'sole' : 'nowhere'
}

/** Whether something is wrong with a copy. */
export const isFailing = (cells: readonly CellState[]): boolean =>
  cells.some((cell) => cell === 'failed' || cell === 'served-failing')

/** How many mirrors serve it. */
export const servingCount = (cells: readonly CellState[]): number =>
  cells.filter((cell) => SERVING.has(cell)).length
