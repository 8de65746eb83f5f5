import { latinKey } from '#app/browser/latin-key.ts'
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { singleKeys } from '#app/browser/single-keys.ts'
import { paths } from '#app/paths.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { CellDetail } from './cell-detail.tsx'
import { CELL_PX } from './cell-px.ts'
import { cellWords, stateOf } from '#app/domain/coverage/cell-state.ts'
import { type Place, placeAfter } from './coverage-grid-keys.ts'
import type { CoverageMatrix } from '#app/features/coverage/matrix/coverage-matrix.ts'
import { CoverageRow } from './coverage-row.tsx'
import type { RunSnapshot } from '#app/domain/coverage/coverage-run.ts'
import classes from '#app/features/coverage/coverage.module.css'
import { type MatrixRow, matrixRows } from './matrix-row.ts'
import { MirrorHead } from './mirror-head.tsx'
import { scrollToCell } from './scroll-to-cell.ts'
import { useMatrixPicture } from './use-matrix-picture.ts'
import { useIdleRows } from './use-idle-rows.ts'

/** The matrix: a picture of the visible part; arrow keys move from cell to cell, Enter opens a row. */
export const CoverageGrid = ({
  matrix,
  rows,
  mirrors,
  verdicts,
  run,
  now,
  open,
  onToggle,
}: {
  matrix: CoverageMatrix
  /** Which rows of the matrix are shown, as `coverageRows` numbers them. */
  rows: Int32Array
  mirrors: readonly MirrorServer[]
  verdicts: Verdicts
  run: RunSnapshot
  /** By when answers are old or not, epoch ms. */
  now: number
  open: ReadonlySet<string>
  /** Must be stable, or every row is drawn again. */
  onToggle: (projectId: string) => void
}) => {
  const scroller = useRef<HTMLDivElement>(null)
  const activeId = useId()
  const navigate = useNavigate()
  const [wanted, setWanted] = useState<Place>({ row: 0, column: 0 })
  const last: Place = { row: Math.max(0, rows.length - 1), column: mirrors.length }
  // A filter may remove the row that had the keyboard focus.
  const place = { row: Math.min(wanted.row, last.row), column: Math.min(wanted.column, last.column) }
  const rowOf = useMemo(() => matrixRows(matrix, rows, mirrors, run, now), [matrix, rows, mirrors, run, now])
  const picture = useMemo(() => ({ rowAt: rowOf, columns: mirrors.length, open }), [rowOf, mirrors, open])
  const active = rowOf(place.row)
  const { first, end, isScrolling, settle } = useIdleRows(scroller)
  const canvas = useMatrixPicture(scroller, picture, (row, column) => setWanted({ row, column }))
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault()
      if (active.row.kind === 'project') onToggle(active.row.project.id)
      else void navigate(paths.repository(active.row.repository.id))
      return
    }
    const next = placeAfter(latinKey(event.nativeEvent), place, last, singleKeys.get() === 'on')
    if (next === null) return
    event.preventDefault()
    setWanted(next)
    if (scroller.current === null) return
    scrollToCell(scroller.current, next)
    settle(scroller.current)
  }
  const wordsAt = ({ codes }: MatrixRow, column: number): string =>
    `${mirrors[column - 1]?.name ?? ''}: ${cellWords[stateOf(codes[column - 1] ?? 0)].word}`
  // The row with the keyboard focus stays in the document, however far the user scrolls.
  const near = Array.from({ length: end - first }, (_, at) => first + at)
  const drawn = [...new Set([...near, place.row])].toSorted((a, b) => a - b)
  return (
    <>
      <CellDetail
        matrix={matrix}
        answers={run.answers}
        now={now}
        row={active?.row}
        mirror={mirrors[place.column - 1]}
        verdicts={verdicts}
      />
      <div
        ref={scroller}
        role="treegrid"
        data-screen
        aria-label="Coverage"
        aria-rowcount={rows.length + 1}
        aria-colcount={mirrors.length + 2}
        {...(active ? { 'aria-activedescendant': activeId } : {})}
        tabIndex={0}
        className={classes.grid}
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className={classes.head}>
          <span role="none" className={classes.lead}>
            <span role="columnheader" aria-colindex={1} className={classes.name}>
              Project
            </span>
            <span role="columnheader" aria-colindex={2} className={classes.verdict}>
              Coverage
            </span>
          </span>
          {mirrors.map((mirror, at) => (
            <MirrorHead key={mirror.id} mirror={mirror} verdict={verdicts.get(mirror.id)} column={at + 3} />
          ))}
        </div>
        <div
          role="rowgroup"
          className={classes.body}
          style={{
            height: rows.length * CELL_PX,
            width: `calc(var(--lead) + ${String(mirrors.length * CELL_PX)}px)`,
          }}
        >
          <div
            role="none"
            className={classes.heads}
            data-scrolling={isScrolling}
            // A clicked link disappears with its row: the focus stays with the grid.
            onFocus={() => scroller.current?.focus({ preventScroll: true })}
          >
            {drawn.map((at) => {
              const shown = rowOf(at)
              if (shown === undefined) return null
              const activeColumn = at === place.row ? place.column : null
              return (
                <CoverageRow
                  key={at}
                  project={shown.row.project}
                  repository={shown.row.kind === 'repository' ? shown.row.repository : undefined}
                  index={at}
                  verdict={shown.verdict}
                  activeColumn={activeColumn}
                  activeWords={activeColumn === null ? '' : wordsAt(shown, activeColumn)}
                  activeId={activeId}
                  isOpen={open.has(shown.row.project.id)}
                  onToggle={onToggle}
                />
              )
            })}
          </div>
          <canvas {...canvas} aria-hidden className={classes.picture} />
          {place.column > 0 ? (
            <span
              aria-hidden
              className={classes.active}
              style={{ top: place.row * CELL_PX, left: (place.column - 1) * CELL_PX }}
            />
          ) : null}
        </div>
      </div>
    </>
  )
}
