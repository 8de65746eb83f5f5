import { type CellState, cellWords } from './cell-state.ts'
import classes from './coverage.module.css'
import { CoverageStrip } from './coverage-strip.tsx'

const isState = (state: string): state is CellState => Object.hasOwn(cellWords, state)
const STATES = Object.keys(cellWords).filter(isState)

/** What each shape of the matrix means. */
export const CoverageLegend = () => (
  <ul className={classes.legend} aria-label="Legend">
    {STATES.map((state) => (
      <li key={state}>
        <CoverageStrip cells={[state]} />
        {cellWords[state].word}
      </li>
    ))}
  </ul>
)
