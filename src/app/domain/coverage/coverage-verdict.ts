import { CELL_STATES, type CellState } from './cell-state.ts'

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

/** 1 at the codes of these states. */
const among = (...states: readonly CellState[]): Uint8Array =>
  Uint8Array.from(CELL_STATES, (state) => (states.includes(state) ? 1 : 0))
const SERVING = among('served', 'served-failing')
const ABSENT = among('not-mirrored', 'initializing', 'failed')
const FAILING = among('failed', 'served-failing')

/** Judges the cells of one row, without those of mirrors that the simulation leaves out. Only a clear "no" counts as one. */
export const coverageVerdict = (codes: Uint8Array): CoverageVerdict => {
  let serving = 0
  let isOpen = codes.length === 0
  for (const code of codes) {
    if (isServingCode(code)) serving += 1
    else if (!isAbsentCode(code)) isOpen = true
  }
  if (serving >= 2) return 'covered'
  if (isOpen) return 'open'
  return serving === 1 ? 'sole' : 'nowhere'
}

/** Whether a cell of this code says that the mirror serves. */
export const isServingCode = (code: number): boolean => SERVING[code] === 1

/** Whether a cell of this code says clearly that the mirror does not serve. */
export const isAbsentCode = (code: number): boolean => ABSENT[code] === 1

/** Whether something is wrong with a copy. */
export const isFailing = (codes: Uint8Array): boolean => codes.some((code) => FAILING[code] === 1)

/** How many mirrors serve it. */
export const servingCount = (codes: Uint8Array): number =>
  codes.reduce((count, code) => count + (SERVING[code] ?? 0), 0)
