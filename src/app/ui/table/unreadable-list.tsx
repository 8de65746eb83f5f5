import type { UnreadableRow } from '#contract/page.ts'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import classes from './unreadable-rows.module.css'

/** The rows that could not be read, each with what is known of it. */
export const UnreadableList = ({ rows }: { rows: readonly UnreadableRow[] }) => (
  <ul className={classes.list} aria-label="Unreadable entries">
    {rows.map(({ id, index, problem }) => (
      <li key={`${String(index)} ${id ?? ''}`} className={classes.row}>
        <StateMark tone="unknown">Unreadable entry</StateMark>
        {id === null ? null : <Identifier>{id}</Identifier>}
        <span className={classes.problem}>{problem}</span>
      </li>
    ))}
  </ul>
)
