import classes from './availability.module.css'

const ROWS = ['a', 'b', 'c']

/** Rows of the size of what comes, while the list of mirrors is read. */
export const AvailabilitySkeleton = () => (
  <div className={classes.list} aria-hidden>
    {ROWS.map((row) => (
      <div key={row} className={classes.row}>
        <span className={classes.bone} />
        <span className={classes.bone} />
      </div>
    ))}
  </div>
)
