import { OverviewCard } from './overview-card.tsx'
import classes from './overview.module.css'

/** The place of a subject whose answer is on its way. */
export const ReadingCard = ({ title }: { title: string }) => (
  <OverviewCard title={title}>
    <p className={classes.dim} aria-busy="true">
      Reading
    </p>
  </OverviewCard>
)
