import { CellPicture } from './cell-picture.tsx'
import { CELL_STATES, cellWords, codeOf } from '#app/domain/coverage/cell-state.ts'
import classes from '#app/features/coverage/coverage.module.css'

/** What each shape of the matrix means. */
export const CoverageLegend = () => (
  <ul className={classes.legend} aria-label="Legend" data-screen>
    {[...CELL_STATES.slice(1), CELL_STATES[0]].map((state) => (
      <li key={state}>
        <CellPicture code={codeOf(state)} />
        {cellWords[state].word}
      </li>
    ))}
  </ul>
)
