import { useComputedColorScheme } from '@mantine/core'
import { type KeyboardEvent, useCallback, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { singleKeys } from '#app/data/single-keys.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { CellDetail } from './cell-detail.tsx'
import { CELL_PX } from './cell-px.ts'
import { type Place, placeAfter } from './coverage-grid-keys.ts'
import type { CoverageMatrix } from './coverage-matrix.ts'
import { rowAt } from './coverage-rows.ts'
import type { RunSnapshot } from './coverage-run.ts'
import { CoverageTile, TILE_ROWS } from './coverage-tile.tsx'
import classes from './coverage.module.css'
import { scrollToCell } from './scroll-to-cell.ts'
import { useVisibleTiles } from './use-visible-tiles.ts'

/** The matrix: rows are drawn as they come into view, arrow keys move from cell to cell, Enter opens a row. */
export const CoverageGrid = ({
  matrix,
  rows,
  mirrors,
  run,
  open,
  onToggle,
}: {
  matrix: CoverageMatrix
  /** Which rows of the matrix are shown, as `coverageRows` numbers them. */
  rows: Int32Array
  mirrors: readonly MirrorServer[]
  run: RunSnapshot
  open: ReadonlySet<string>
  /** Stable, or every row draws anew. */
  onToggle: (projectId: string) => void
}) => {
  const scroller = useRef<HTMLDivElement>(null)
  const activeId = useId()
  const navigate = useNavigate()
  const scheme = useComputedColorScheme('light')
  const [wanted, setWanted] = useState<Place>({ row: 0, column: 0 })
  const last: Place = { row: Math.max(0, rows.length - 1), column: mirrors.length }
  // A filter may take the row away on which the keyboard stood.
  const place = { row: Math.min(wanted.row, last.row), column: Math.min(wanted.column, last.column) }
  const activeRow = rowAt(matrix, rows[place.row])
  const { tiles, from, to } = useVisibleTiles(scroller, Math.ceil(rows.length / TILE_ROWS))
  const pick = useCallback((row: number, column: number) => setWanted({ row, column }), [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && activeRow !== undefined) {
      event.preventDefault()
      if (activeRow.kind === 'project') onToggle(activeRow.project.id)
      else void navigate(paths.repository(activeRow.repository.id))
      return
    }
    const next = placeAfter(event.key, place, last, singleKeys.get() === 'on')
    if (next === null) return
    event.preventDefault()
    setWanted(next)
    if (scroller.current) scrollToCell(scroller.current, next)
  }
  return (
    <>
      <div
        ref={scroller}
        role="treegrid"
        aria-label="Coverage"
        aria-rowcount={rows.length + 1}
        aria-colcount={mirrors.length + 2}
        aria-activedescendant={activeId}
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
          {mirrors.map(({ id, name }, at) => (
            <span
              key={id}
              role="columnheader"
              aria-colindex={at + 3}
              className={classes.mirror}
              title={name.slice(0, 120)}
            >
              <ForeignText inline>{name}</ForeignText>
            </span>
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
          {tiles.map((tile) => {
            const begin = tile * TILE_ROWS
            const isActive = place.row >= begin && place.row < begin + TILE_ROWS
            return (
              <CoverageTile
                // A tile that leaves hands its elements on to the one that comes.
                key={tile % tiles.length}
                matrix={matrix}
                rows={rows}
                first={begin}
                from={from}
                to={to}
                mirrors={mirrors}
                run={run}
                active={isActive ? place : null}
                activeId={activeId}
                open={open}
                scheme={scheme}
                onToggle={onToggle}
                onPick={pick}
              />
            )
          })}
        </div>
      </div>
      <CellDetail matrix={matrix} answers={run.answers} row={activeRow} mirror={mirrors[place.column - 1]} />
    </>
  )
}
