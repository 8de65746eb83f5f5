import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import classes from './changes-table.module.css'

/** One field before and after; `null` where nothing is given. */
export type Change = { readonly name: string; readonly before: string | null; readonly after: string | null }

const Value = ({ text }: { text: string | null }) =>
  text === null || text === '' ? 'not given' : <ForeignText isAddress>{text}</ForeignText>

/** Old and new side by side, also of what stays: so a slip in the other field is seen too. */
export const ChangesTable = ({ changes }: { changes: readonly Change[] }) => (
  <table aria-label="What changes" className={classes.table}>
    <thead>
      <tr>
        <th scope="col">Field</th>
        <th scope="col">Now</th>
        <th scope="col">New</th>
      </tr>
    </thead>
    <tbody>
      {changes.map(({ name, before, after }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>
            <Value text={before} />
          </td>
          <td>{before === after ? 'stays as it is' : <Value text={after} />}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
