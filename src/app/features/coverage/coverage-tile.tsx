import { memo, useMemo } from 'react'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { CELL_PX } from './cell-px.ts'
import { cellWords, stateOf } from './cell-state.ts'
import type { Place } from './coverage-grid-keys.ts'
import type { CoverageMatrix } from './coverage-matrix.ts'
import { CoverageRow } from './coverage-row.tsx'
import { codesOf, rowAt } from './coverage-rows.ts'
import type { RunSnapshot } from './coverage-run.ts'
import { CoverageStrip } from './coverage-strip.tsx'
import { coverageVerdict, servingCount, verdictWords } from './coverage-verdict.ts'
import classes from './coverage.module.css'

/** Rows that are drawn together. */
export const TILE_ROWS = 8

type Props = {
  matrix: CoverageMatrix
  /** Which rows of the matrix are shown, as `coverageRows` numbers them. */
  rows: Int32Array
  /** The place of its first row among them. */
  first: number
  /** The columns that are drawn: from one to before another. */
  from: number
  to: number
  mirrors: readonly MirrorServer[]
  /** With the answers, and another one whenever they change. */
  run: RunSnapshot
  /** Where the keyboard stands; `null` when it is in none of these rows. */
  active: Place | null
  activeId: string
  open: ReadonlySet<string>
  /** Light or dark. */
  scheme: string
  onToggle: (projectId: string) => void
  onPick: (row: number, column: number) => void
}

const verdictOf = (codes: Uint8Array): string => {
  const verdict = coverageVerdict(codes)
  return verdict === 'covered' ? `${String(servingCount(codes))} mirrors` : verdictWords[verdict]
}

const Tile = (props: Props) => {
  const { matrix, rows, first, from, to, mirrors, run, active, activeId, open } = props
  const { scheme, onToggle, onPick } = props
  const drawn = useMemo(() => {
    const { answers } = run
    const columns = answers.columnsOf(mirrors.map(({ id }) => id))
    return [...rows.subarray(first, first + TILE_ROWS)].flatMap((number) => {
      const row = rowAt(matrix, number)
      if (row === undefined) return []
      const codes = codesOf(matrix, row, columns, answers)
      return [{ row, codes, verdict: verdictOf(codes) }]
    })
  }, [matrix, rows, first, mirrors, run])
  const strips = useMemo(() => drawn.map(({ codes }) => codes.subarray(from, to)), [drawn, from, to])
  const wordsAt = (codes: Uint8Array, column: number): string =>
    `${mirrors[column - 1]?.name ?? ''}: ${cellWords[stateOf(codes[column - 1] ?? 0)].word}`
  return (
    <div
      role="none"
      className={classes.tile}
      style={{ height: drawn.length * CELL_PX, transform: `translateY(${String(first * CELL_PX)}px)` }}
    >
      <div role="none" className={classes.heads}>
        {drawn.map(({ row, codes, verdict }, at) => {
          const index = first + at
          const activeColumn = active?.row === index ? active.column : null
          return (
            <CoverageRow
              // A row that leaves hands its element on to the one that comes.
              key={index % TILE_ROWS}
              row={row}
              index={index}
              verdict={verdict}
              activeColumn={activeColumn}
              activeWords={activeColumn === null ? '' : wordsAt(codes, activeColumn)}
              activeId={activeId}
              isOpen={open.has(row.project.id)}
              onToggle={onToggle}
            />
          )
        })}
      </div>
      <div
        role="none"
        className={classes.cells}
        style={{ width: mirrors.length * CELL_PX, paddingInlineStart: from * CELL_PX }}
        onClick={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect()
          const row = first + Math.floor((event.clientY - top) / CELL_PX)
          onPick(row, 1 + Math.floor((event.clientX - left) / CELL_PX))
        }}
      >
        <CoverageStrip rows={strips} scheme={scheme} />
        {active !== null && active.column > 0 ? (
          <span
            aria-hidden
            className={classes.active}
            style={{ top: (active.row - first) * CELL_PX, left: (active.column - 1) * CELL_PX }}
          />
        ) : null}
      </div>
    </div>
  )
}

/** A few rows of the matrix: their heads, and their cells as one picture. Scrolling draws only the tiles that came. */
export const CoverageTile = memo(Tile)
