import type { MirrorServer } from '#contract/mirror-server.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import { SilencedUntil } from '#app/domain/mirror/silence/silenced-until.tsx'
import { VerdictMark } from '#app/domain/mirror/verdict-mark.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { isOld } from '#app/domain/coverage/answer-age.ts'
import { cellWords, stateOf } from '#app/domain/coverage/cell-state.ts'
import type { CoverageAnswers } from '#app/domain/coverage/coverage-answers.ts'
import { type CoverageMatrix, repositoriesOf } from '#app/features/coverage/matrix/coverage-matrix.ts'
import { codesOf, type CoverageRow } from '#app/features/coverage/matrix/coverage-rows.ts'
import classes from '#app/features/coverage/coverage.module.css'
import { numberText } from '#app/text/number-text.ts'

const basisOf = (asked: number, loaded: number): string =>
  loaded === 1
    ? 'based on one of its repositories, '
    : `based on ${numberText(asked)} of ${numberText(loaded)} loaded repositories, `

/** The cell with the keyboard focus in words, with what it is based on and its age. */
export const CellDetail = ({
  matrix,
  answers,
  now,
  row,
  mirror,
  verdicts,
}: {
  matrix: CoverageMatrix
  answers: CoverageAnswers
  /** By when answers are old or not, epoch ms. */
  now: number
  row: CoverageRow | undefined
  mirror: MirrorServer | undefined
  verdicts: Verdicts
}) => {
  if (row === undefined || mirror === undefined) {
    return (
      <p className={classes.detail} data-screen>
        Select a cell with a click or the arrow keys. Enter opens a project, and a repository's page.
      </p>
    )
  }
  const repositories = row.kind === 'repository' ? [row.repository] : repositoriesOf(matrix, row.project)
  const asked = repositories.flatMap(({ id }) => answers.at(id, mirror.id)?.at ?? [])
  const [code = 0] = codesOf(matrix, row, answers.columnsOf([mirror.id]), answers)
  const { tone, word } = cellWords[stateOf(code)]
  const verdict = verdicts.get(mirror.id)
  return (
    <div className={classes.detail} data-screen>
      <span>
        <ForeignText inline>{row.kind === 'project' ? row.project.name : row.repository.name}</ForeignText> on{' '}
        <ForeignText inline>{mirror.name}</ForeignText>
      </span>
      <StateMark tone={tone}>{word}</StateMark>
      {asked.length === 0 ? null : (
        <span>
          {row.kind === 'repository' ? '' : basisOf(asked.length, repositories.length)}
          asked <TimeAgo instant={Math.min(...asked)} />
          {asked.some((at) => isOld(at, now)) ? ' (old)' : ''}
        </span>
      )}
      {verdict === undefined ? null : (
        <span className={classes.now}>
          The mirror now: <VerdictMark verdict={verdict} /> <SilencedUntil mirrorId={mirror.id} />
        </span>
      )}
    </div>
  )
}
