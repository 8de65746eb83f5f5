import { CellPicture } from './cell-picture.tsx'
import { type CellState, cellWords, codeOf } from '#app/features/coverage/matrix/cell-state.ts'
import classes from '#app/features/coverage/coverage.module.css'

const isState = (state: string): state is CellState => Object.hasOwn(cellWords, state)
const STATES = Object.keys(cellWords).filter(isState)

/** What each shape of the matrix means. */
export const CoverageLegend = () => (
  <ul className={classes.legend} aria-label="Legend">
    {STATES.map((state) => (
      <li key={state}>
        <CellPicture code={codeOf(state)} />
        {cellWords[state].word}
      </li>
    ))}
  </ul>
)
