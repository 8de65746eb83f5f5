import tableClasses from './data-table.module.css'
import classes from './facts.module.css'

const FACTS = ['a', 'b', 'c', 'd', 'e', 'f']

/** Facts of the size of what comes, so that nothing shifts when they arrive. */
export const FactsSkeleton = () => (
  <div className={classes.facts} aria-busy="true" aria-label="Loading" role="status">
    {FACTS.map((fact) => (
      <div key={fact} className={classes.fact} aria-hidden>
        <span className={classes.bone}>
          <span className={tableClasses.bone} />
        </span>
        <span className={classes.bone}>
          <span className={tableClasses.bone} />
        </span>
      </div>
    ))}
  </div>
)
