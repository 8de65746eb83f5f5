import { Anchor } from '@mantine/core'
import { Link } from 'react-router'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { type CellState, cellWords } from './cell-state.ts'
import type { CoverageRow as Row } from './coverage-rows.ts'
import { CELL_PX, CoverageStrip } from './coverage-strip.tsx'
import { coverageVerdict, servingCount, verdictWords } from './coverage-verdict.ts'
import classes from './coverage.module.css'

/** One row of the matrix. The strip is a picture; the cell that the keyboard stands on is an element with words. */
export const CoverageRow = ({
  row,
  rowIndex,
  top,
  cells,
  mirrors,
  activeColumn,
  activeId,
  isOpen,
  onToggle,
  onPick,
}: {
  row: Row
  /** 1-based place in the grid, the head being row 1. */
  rowIndex: number
  /** Distance from the first row, in px. */
  top: number
  cells: readonly CellState[]
  mirrors: readonly MirrorServer[]
  /** `null` where the keyboard stands in another row. */
  activeColumn: number | null
  activeId: string
  isOpen: boolean
  onToggle: () => void
  onPick: (column: number) => void
}) => {
  const active = activeColumn === null ? undefined : cells[activeColumn - 1]
  const verdict = coverageVerdict(cells)
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      aria-level={row.kind === 'project' ? 1 : 2}
      {...(row.kind === 'project' ? { 'aria-expanded': isOpen } : {})}
      className={classes.row}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <span
        role="rowheader"
        aria-colindex={1}
        className={classes.name}
        {...(activeColumn === 0 ? { id: activeId, style: { outline: '2px solid', outlineOffset: -2 } } : {})}
      >
        {row.kind === 'project' ? (
          <span aria-hidden onClick={onToggle} className={classes.toggle}>
            {isOpen ? '▾' : '▸'}
          </span>
        ) : null}
        {row.kind === 'repository' ? (
          <Anchor component={Link} inherit to={paths.repository(row.repository.id)} tabIndex={-1}>
            <ForeignText inline>{row.repository.name}</ForeignText>
          </Anchor>
        ) : row.project.id === '' ? (
          row.project.name
        ) : (
          <Anchor component={Link} inherit to={paths.project(row.project.id)} tabIndex={-1}>
            <ForeignText inline>{row.project.name}</ForeignText>
          </Anchor>
        )}
      </span>
      <span role="gridcell" className={classes.verdict}>
        {verdict === 'covered' ? `${String(servingCount(cells))} mirrors` : verdictWords[verdict]}
      </span>
      <span
        role="none"
        className={classes.cells}
        onClick={(event) =>
          onPick(1 + Math.floor((event.clientX - event.currentTarget.getBoundingClientRect().left) / CELL_PX))
        }
      >
        <CoverageStrip cells={cells} />
        {activeColumn !== null && active !== undefined ? (
          <span
            id={activeId}
            role="gridcell"
            aria-colindex={activeColumn + 2}
            aria-label={`${mirrors[activeColumn - 1]?.name ?? ''}: ${cellWords[active].word}`}
            className={classes.active}
            style={{ left: (activeColumn - 1) * CELL_PX }}
          />
        ) : null}
      </span>
    </div>
  )
}
