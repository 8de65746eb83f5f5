import type { UnreadableRow } from '#contract/page.ts'
import { Identifier } from './identifier.tsx'
import { StateMark } from './state-mark.tsx'
import classes from './unreadable-rows.module.css'

/** Rows that came over the wire but could not be read: shown as such, since leaving them out would be a lie. */
export const UnreadableRows = ({ rows }: { rows: readonly UnreadableRow[] }) => {
  if (rows.length === 0) return null
  return (
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
}
