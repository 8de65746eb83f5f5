import { useComputedColorScheme } from '@mantine/core'
import { type CellState, cellWords, codeOf } from './cell-state.ts'
import classes from './coverage.module.css'
import { CoverageStrip } from './coverage-strip.tsx'

const isState = (state: string): state is CellState => Object.hasOwn(cellWords, state)
const STATES = Object.keys(cellWords)
  .filter(isState)
  .map((state) => ({ state, rows: [Uint8Array.of(codeOf(state))] }))

/** What each shape of the matrix means. */
export const CoverageLegend = () => {
  const scheme = useComputedColorScheme('light')
  return (
    <ul className={classes.legend} aria-label="Legend">
      {STATES.map(({ state, rows }) => (
        <li key={state}>
          <CoverageStrip rows={rows} scheme={scheme} />
          {cellWords[state].word}
        </li>
      ))}
    </ul>
  )
}
