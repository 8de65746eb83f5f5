import type { CSSProperties } from 'react'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'

/** One field before and after; `null` where nothing is given. */
export type Change = { readonly name: string; readonly before: string | null; readonly after: string | null }

const Value = ({ text }: { text: string | null }) =>
  text === null || text === '' ? 'not given' : <ForeignText isAddress>{text}</ForeignText>

/** As rules these would be in the one style sheet that the first page waits for. */
const TABLE = { width: '100%', borderCollapse: 'collapse' } satisfies CSSProperties
const CELL = {
  padding: '8px 12px 8px 0',
  borderBottom: '1px solid var(--line)',
  overflowWrap: 'anywhere',
  textAlign: 'start',
  verticalAlign: 'top',
  fontWeight: 400,
} satisfies CSSProperties

/** Old and new side by side, also of what stays: so a slip in the other field is seen too. */
export const ChangesTable = ({ changes }: { changes: readonly Change[] }) => (
  <table aria-label="What changes" style={TABLE}>
    <thead>
      <tr>
        <th scope="col" style={CELL}>
          Field
        </th>
        <th scope="col" style={CELL}>
          Now
        </th>
        <th scope="col" style={CELL}>
          New
        </th>
      </tr>
    </thead>
    <tbody>
      {changes.map(({ name, before, after }) => (
        <tr key={name}>
          <th scope="row" style={CELL}>
            {name}
          </th>
          <td style={CELL}>
            <Value text={before} />
          </td>
          <td style={CELL}>{before === after ? 'stays as it is' : <Value text={after} />}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
