import { TroubleStart, troubleLength } from '#app/domain/history/trouble-words.tsx'
import type { Trouble } from '#app/domain/history/troubles.ts'
import { verdictWords } from '#app/domain/mirror/verdict-words.ts'
import { severityOf } from '#health/verdict-severity.ts'
import { counted } from '#app/text/counted.ts'
import { paths } from '#app/paths.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TextLink } from '#app/ui/page/text-link.tsx'
import classes from './history.module.css'

/** Troubles that are listed; a mirror that comes and goes every minute has thousands. */
const SHOWN = 100

/** Every trouble of the time shown, the newest first. */
export const TroubleList = ({ troubles }: { troubles: readonly Trouble[] }) => {
  if (troubles.length === 0) return <p>Nothing was wrong while somebody watched.</p>
  const newest = troubles.toReversed().slice(0, SHOWN)
  return (
    <>
      <table className={classes.table} aria-label="What was wrong">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Began</th>
            <th scope="col">Took</th>
            <th scope="col">The fleet then</th>
          </tr>
        </thead>
        <tbody>
          {newest.map((trouble) => (
            <tr key={trouble.from}>
              <th scope="row">
                <StateMark tone={severityOf(trouble.kind)}>{verdictWords[trouble.kind]}</StateMark>
              </th>
              <td>
                <TroubleStart trouble={trouble} />
              </td>
              <td>{troubleLength(trouble)}</td>
              <td>
                <TextLink to={paths.overviewAt(trouble.from)}>Show</TextLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {troubles.length > SHOWN ? (
        <p>{`The newest ${String(SHOWN)} of ${counted(troubles.length, 'time')}.`}</p>
      ) : null}
    </>
  )
}
