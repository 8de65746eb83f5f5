import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { CellDetail } from './cell-detail.tsx'
import { type Place, placeAfter } from './coverage-grid-keys.ts'
import { CoverageRow } from './coverage-row.tsx'
import { cellsOf, type CoverageRow as Row } from './coverage-rows.ts'
import { coverageAnswers } from './coverage-store.ts'
import { CELL_PX } from './coverage-strip.tsx'
import classes from './coverage.module.css'

/** Room of the two columns before those of the mirrors, in px. */
const LEAD_PX = 328

/** The matrix: rows are drawn as they come into view, arrow keys move from cell to cell, Enter opens a row. */
export const CoverageGrid = ({
  rows,
  mirrors,
  open,
  onToggle,
}: {
  rows: readonly Row[]
  mirrors: readonly MirrorServer[]
  open: ReadonlySet<string>
  onToggle: (projectId: string) => void
}) => {
  const scroller = useRef<HTMLDivElement>(null)
  const activeId = useId()
  const navigate = useNavigate()
  const [wanted, setWanted] = useState<Place>({ row: 0, column: 0 })
  const last: Place = { row: Math.max(0, rows.length - 1), column: mirrors.length }
  // A filter may take the row away on which the keyboard stood.
  const place = { row: Math.min(wanted.row, last.row), column: Math.min(wanted.column, last.column) }
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CELL_PX,
    overscan: 8,
  })
  const mirrorIds = mirrors.map(({ id }) => id)
  const move = (next: Place) => {
    setWanted(next)
    virtualizer.scrollToIndex(next.row)
    const box = scroller.current
    if (box === null || next.column === 0) return
    const left = (next.column - 1) * CELL_PX
    if (left < box.scrollLeft) box.scrollLeft = left
    else if (LEAD_PX + left + CELL_PX > box.scrollLeft + box.clientWidth) {
      box.scrollLeft = LEAD_PX + left + CELL_PX - box.clientWidth
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows[place.row]
    if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault()
      if (row.kind === 'project') onToggle(row.project.id)
      else void navigate(paths.repository(row.repository.id))
      return
    }
    const next = placeAfter(event.key, place, last)
    if (next === null) return
    event.preventDefault()
    move(next)
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
          <span role="columnheader" className={classes.name}>
            Project
          </span>
          <span role="columnheader" className={classes.verdict}>
            Coverage
          </span>
          {mirrors.map(({ id, name }) => (
            <span key={id} role="columnheader" className={classes.mirror} title={name.slice(0, 120)}>
              <ForeignText inline>{name}</ForeignText>
            </span>
          ))}
        </div>
        <div role="rowgroup" style={{ position: 'relative', height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <CoverageRow
                key={row.kind === 'project' ? `p${row.project.id}` : `r${row.repository.id}`}
                row={row}
                rowIndex={index + 2}
                top={start}
                cells={cellsOf(row, mirrorIds, coverageAnswers)}
                mirrors={mirrors}
                activeColumn={index === place.row ? place.column : null}
                activeId={activeId}
                isOpen={open.has(row.project.id)}
                onToggle={() => onToggle(row.project.id)}
                onPick={(column) => setWanted({ row: index, column })}
              />
            )
          })}
        </div>
      </div>
      <CellDetail row={rows[place.row]} mirror={mirrors[place.column - 1]} />
    </>
  )
}
