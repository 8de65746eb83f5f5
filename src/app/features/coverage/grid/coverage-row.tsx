import { memo } from 'react'
import { Link } from 'react-router'
import { paths } from '#app/paths.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { CELL_PX } from './cell-px.ts'
import type { CoverageRow as RowOf } from '#app/features/coverage/matrix/coverage-rows.ts'
import classes from '#app/features/coverage/coverage.module.css'

const Name = ({ id, name, to }: { id: string; name: string; to: (id: string) => string }) =>
  id === '' ? (
    name
  ) : (
    <Link to={to(id)} tabIndex={-1} className={classes.link}>
      <ForeignText inline>{name}</ForeignText>
    </Link>
  )

/** The head of one row and its verdict. Its cells are part of a picture; the one the keyboard stands on is said here. */
const Row = ({
  row,
  index,
  verdict,
  activeColumn,
  activeWords,
  activeId,
  isOpen,
  onToggle,
}: {
  row: RowOf
  /** Place among the rows that are shown, from 0. */
  index: number
  verdict: string
  /** Where the keyboard stands in this row, 0 being the name; `null` where it stands in another one. */
  activeColumn: number | null
  /** What the cell says on which the keyboard stands. */
  activeWords: string
  activeId: string
  isOpen: boolean
  onToggle: (projectId: string) => void
}) => {
  const isProject = row.kind === 'project'
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={isProject ? 1 : 2}
      {...(isProject ? { 'aria-expanded': isOpen } : {})}
      className={classes.row}
      style={{ top: index * CELL_PX }}
      {...(activeColumn === null ? {} : { 'data-active': true })}
    >
      <span
        role="rowheader"
        aria-colindex={1}
        className={classes.name}
        {...(activeColumn === 0 ? { id: activeId, 'data-active': true } : {})}
      >
        {isProject ? (
          <>
            <span aria-hidden onClick={() => onToggle(row.project.id)} className={classes.toggle}>
              {isOpen ? '▾' : '▸'}
            </span>
            <Name id={row.project.id} name={row.project.name} to={paths.project} />
          </>
        ) : (
          <Name id={row.repository.id} name={row.repository.name} to={paths.repository} />
        )}
      </span>
      <span role="gridcell" aria-colindex={2} className={classes.verdict}>
        {verdict}
      </span>
      {activeColumn === null || activeColumn === 0 ? null : (
        <span
          id={activeId}
          role="gridcell"
          aria-colindex={activeColumn + 2}
          aria-label={activeWords}
          className={classes.spoken}
        />
      )}
    </div>
  )
}

/** One row of the matrix, without the picture of its cells. Scrolling draws only the rows that came. */
export const CoverageRow = memo(Row, (before, after) => {
  const isSameRow =
    before.row.kind === after.row.kind &&
    before.row.project === after.row.project &&
    (before.row.kind !== 'repository' ||
      after.row.kind !== 'repository' ||
      before.row.repository === after.row.repository)
  return (
    isSameRow &&
    before.index === after.index &&
    before.verdict === after.verdict &&
    before.activeColumn === after.activeColumn &&
    before.activeWords === after.activeWords &&
    before.isOpen === after.isOpen
  )
})
