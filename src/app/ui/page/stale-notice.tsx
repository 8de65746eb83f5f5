import { IconAlertTriangle } from '@tabler/icons-react'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { TimeAgo } from './time-ago.tsx'
import classes from './stale-notice.module.css'

/**
 * Says that a refresh failed and how old the facts on screen are. They stay: old facts with their age are true.
 *
 * @param updatedAt when they were read, by this browser's clock, epoch ms.
 */
export const StaleNotice = ({ error, updatedAt }: { error: unknown; updatedAt: number }) => {
  if (error === null || error === undefined) return null
  return (
    <p className={classes.notice} role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        {problemText[problemOf(error).kind].title}. What you see was read <TimeAgo instant={updatedAt} />.
      </span>
    </p>
  )
}
