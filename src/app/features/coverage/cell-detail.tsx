import type { MirrorServer } from '#contract/mirror-server.ts'
import { ForeignText } from '#app/ui/foreign-text.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { TimeAgo } from '#app/ui/time-ago.tsx'
import { cellWords } from './cell-state.ts'
import { cellsOf, type CoverageRow } from './coverage-rows.ts'
import { coverageAnswers } from './coverage-store.ts'
import classes from './coverage.module.css'

/** The cell on which one stands in words, with what it rests on and its age. */
export const CellDetail = ({
  row,
  mirror,
}: {
  row: CoverageRow | undefined
  mirror: MirrorServer | undefined
}) => {
  if (row === undefined || mirror === undefined) {
    return <p>Select a cell with a click or the arrow keys; Enter opens a project.</p>
  }
  const repositories = row.kind === 'repository' ? [row.repository] : row.project.repositories
  const asked = repositories.flatMap(({ id, name }) => {
    const known = coverageAnswers.at(id, mirror.id)
    return known === undefined ? [] : [{ name, at: known.at }]
  })
  const { tone, word } = cellWords[cellsOf(row, [mirror.id], coverageAnswers)[0] ?? 'not-asked']
  const [first] = asked
  return (
    <div className={classes.bar}>
      <span>
        <ForeignText inline>{row.kind === 'project' ? row.project.name : row.repository.name}</ForeignText> on{' '}
        <ForeignText inline>{mirror.name}</ForeignText>
      </span>
      <StateMark tone={tone}>{word}</StateMark>
      {first === undefined ? null : (
        <span>
          {row.kind === 'project'
            ? `by ${String(asked.length)} of ${String(repositories.length)} loaded repositories, `
            : ''}
          asked <TimeAgo instant={first.at} />
        </span>
      )}
    </div>
  )
}
