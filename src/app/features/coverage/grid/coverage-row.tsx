import { memo } from 'react'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/page/text-link.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { CELL_PX } from './cell-px.ts'
import type { CoverageProject, CoverageRepository } from '#app/features/coverage/matrix/coverage-matrix.ts'
import classes from '#app/features/coverage/coverage.module.css'

const Name = ({ id, name, to }: { id: string; name: string; to: (id: string) => string }) =>
  id === '' ? (
    name
  ) : (
    <TextLink to={to(id)} tabIndex={-1}>
      <ForeignText inline>{name}</ForeignText>
    </TextLink>
  )

/**
 * The head of one row and its verdict. Its cells are part of a picture; the one with the keyboard focus is named here.
 * Scrolling draws only new rows: every prop stays the same as long as the row does.
 */
export const CoverageRow = memo(
  ({
    project,
    repository,
    index,
    verdict,
    activeColumn,
    activeWords,
    activeId,
    isOpen,
    onToggle,
  }: {
    project: CoverageProject
    /** `undefined` in the row of the project itself. */
    repository: CoverageRepository | undefined
    /** Place among the rows that are shown, from 0. */
    index: number
    verdict: string
    /** The column with the keyboard focus, 0 being the name; `null` where another row has it. */
    activeColumn: number | null
    /** What the cell with the keyboard focus says. */
    activeWords: string
    activeId: string
    isOpen: boolean
    onToggle: (projectId: string) => void
  }) => {
    const isProject = repository === undefined
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
              <span aria-hidden onClick={() => onToggle(project.id)} className={classes.toggle}>
                {isOpen ? '▾' : '▸'}
              </span>
              <Name id={project.id} name={project.name} to={paths.project} />
            </>
          ) : (
            <Name id={repository.id} name={repository.name} to={paths.repository} />
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
  },
)
