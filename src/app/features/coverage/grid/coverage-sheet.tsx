import type { Printing } from '#app/browser/printing.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { CELL_STATES, cellWords, codeOf, stateOf } from '#app/domain/coverage/cell-state.ts'
import type { CoverageAnswers } from '#app/domain/coverage/coverage-answers.ts'
import type { CoverageMatrix } from '#app/features/coverage/matrix/coverage-matrix.ts'
import { type CoverageLine, coverageLines } from '#app/features/coverage/matrix/coverage-table.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { numberText } from '#app/text/number-text.ts'

/** More mirrors than this have no room beside each other on paper. */
const BESIDE = 4

const stateMark = (code: number) => {
  const { tone, word } = cellWords[stateOf(code)]
  return <StateMark tone={tone}>{word}</StateMark>
}

/** How many mirrors said what. */
const Counts = ({ codes }: { codes: Uint8Array }) =>
  CELL_STATES.map((state) => {
    const count = codes.filter((code) => code === codeOf(state)).length
    if (count === 0) return null
    const { tone, word } = cellWords[state]
    return (
      <div key={state}>
        <StateMark tone={tone}>{`${word}: ${numberText(count)}`}</StateMark>
      </div>
    )
  })

const Line = ({
  line: { row, codes, verdict, since },
  isBeside,
}: {
  line: CoverageLine
  isBeside: boolean
}) => (
  <tr>
    <th scope="row" data-kind="name">
      <ForeignText inline>{row.project.name}</ForeignText>
      {row.kind === 'repository' ? (
        <>
          {' / '}
          <ForeignText inline>{row.repository.name}</ForeignText>
        </>
      ) : null}
    </th>
    <td>{verdict}</td>
    <td>
      <TimeAgo instant={since} unknown="not asked" />
    </td>
    {isBeside ? (
      // oxlint-disable-next-line react/no-array-index-key -- A cell is the mirror of its column.
      Array.from(codes, (code, at) => <td key={at}>{stateMark(code)}</td>)
    ) : (
      <td>
        <Counts codes={codes} />
      </td>
    )}
  </tr>
)

/** The matrix in words, for paper: a picture cannot be read there, and has no second sheet. */
export const CoverageSheet = ({
  matrix,
  rows,
  mirrors,
  answers,
  sheet,
  search,
  isNarrowed,
}: {
  matrix: CoverageMatrix
  rows: Int32Array
  mirrors: readonly MirrorServer[]
  answers: CoverageAnswers
  sheet: Printing
  search: string
  isNarrowed: boolean
}) => {
  const isBeside = mirrors.length <= BESIDE
  const lines = coverageLines(matrix, rows.subarray(0, sheet.rows), mirrors, answers)
  const facts = { noun: 'rows', rows: rows.length, of: rows.length, hasMore: false, search, isNarrowed }
  return (
    <div data-sheet>
      <p>{sheet.wordsOf(facts)}</p>
      <table aria-label="Coverage, printed">
        <thead>
          <tr>
            <th scope="col">Project</th>
            <th scope="col">Coverage</th>
            <th scope="col">Asked since</th>
            {isBeside ? (
              mirrors.map(({ id, name }) => (
                <th key={id} scope="col">
                  <ForeignText inline>{name}</ForeignText>
                </th>
              ))
            ) : (
              <th scope="col">{`What ${numberText(mirrors.length)} mirrors answered`}</th>
            )}
          </tr>
        </thead>
        <tbody>
          {lines.map((line, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- Rows have no identity but their place.
            <Line key={at} line={line} isBeside={isBeside} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
