import classes from './data-table.module.css'

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f']

/** Rows of the size of what comes, so that nothing shifts when it arrives. */
export const TableSkeleton = ({ columns }: { columns: number }) => (
  <tbody aria-hidden className={classes.skeleton}>
    {ROWS.map((row) => (
      <tr key={row} className={classes.row}>
        {Array.from({ length: columns }, (_, column) => (
          <td key={`${row}-${String(column)}`} className={classes.cell}>
            <span className={classes.placeholder} />
          </td>
        ))}
      </tr>
    ))}
  </tbody>
)
