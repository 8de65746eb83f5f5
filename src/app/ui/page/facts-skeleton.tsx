import tableClasses from '#app/ui/table/data-table.module.css'
import classes from './facts.module.css'

/** Facts of the size of what comes, and as many, so that nothing shifts when they arrive. */
export const FactsSkeleton = ({ count = 6 }: { count?: number }) => (
  <div className={classes.facts} aria-busy="true" aria-label="Loading" role="status">
    {Array.from({ length: count }, (_, at) => (
      <div key={at} className={classes.fact} aria-hidden>
        {['name', 'value'].map((part) => (
          <span key={part} className={classes.placeholder}>
            <span className={tableClasses.placeholder} />
          </span>
        ))}
      </div>
    ))}
  </div>
)
