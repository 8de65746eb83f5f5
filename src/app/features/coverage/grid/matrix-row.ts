import { cutText } from '#contract/cut-text.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { isOld } from '#app/domain/coverage/answer-age.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { type CoverageMatrix, oldestAnswer } from '#app/features/coverage/matrix/coverage-matrix.ts'
import {
  codesOf,
  type CoverageRow,
  rowAt,
  spanOf,
  verdictOf,
} from '#app/features/coverage/matrix/coverage-rows.ts'
import type { RunSnapshot } from '#app/domain/coverage/coverage-run.ts'
import { rowVerdictText } from '#app/features/coverage/matrix/row-verdict.ts'

/** A row as it is drawn: what it stands for, the states of its cells by code, and its verdict in words. */
export type MatrixRow = {
  readonly row: CoverageRow
  /** Its name as plain text, with hidden characters spelt out, isolated as the element that shows it isolates it. */
  readonly label: string
  readonly codes: Uint8Array
  readonly verdict: string
}

/** Rows that are kept for the next frame. Far more than a screen has, and far fewer than there may be. */
const KEPT = 512

/** As many letters of a name as an element shows. */
const LETTERS = 240

const PLAIN = /^[ -~]*$/

const labelOf = (row: CoverageRow): string => {
  const { name } = row.kind === 'project' ? row.project : row.repository
  const label = plainOf(cutText(name, LETTERS))
  // What reads from left to right anyway is painted in half the time without.
  return PLAIN.test(label) ? label : `\u2068${label}\u2069`
}

/**
 * Rows by their place among those that are shown, worked out when they are first asked for; `undefined` where there is
 * none.
 *
 * @param rows which rows of the matrix are shown, as `coverageRows` numbers them.
 * @param run with the answers; another one whenever they change.
 * @param now by when answers are old or not, epoch ms.
 */
export const matrixRows = (
  matrix: CoverageMatrix,
  rows: Int32Array,
  mirrors: readonly MirrorServer[],
  { answers }: RunSnapshot,
  now: number,
): ((place: number) => MatrixRow | undefined) => {
  const columns = answers.columnsOf(mirrors.map(({ id }) => id))
  const kept = new Map<number, MatrixRow>()
  return (place) => {
    const known = kept.get(place)
    if (known) return known
    const row = rowAt(matrix, rows[place])
    if (row === undefined) return undefined
    const codes = codesOf(matrix, row, columns, answers)
    const oldest = oldestAnswer(matrix, spanOf(matrix, row), columns, answers)
    const verdict = rowVerdictText(verdictOf(row, codes), codes, oldest !== null && isOld(oldest, now))
    const drawn = { row, label: labelOf(row), codes, verdict }
    if (kept.size >= KEPT) kept.clear()
    kept.set(place, drawn)
    return drawn
  }
}
