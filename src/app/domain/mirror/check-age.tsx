import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import type { Verdicts } from './use-mirror-verdicts.ts'
import classes from './verdict-details.module.css'

/** How old the oldest of the mirrors' answers is: a sum is as old as its oldest part. */
export const CheckAge = ({ verdicts }: { verdicts: Verdicts }) => {
  const times = [...verdicts.values()].flatMap(({ checkedAt }) => checkedAt ?? [])
  return (
    <span className={classes.age}>
      {times.length === 0 ? 'Not checked yet' : 'Oldest answer '}
      {times.length === 0 ? null : <TimeAgo instant={Math.min(...times)} />}
    </span>
  )
}
