import { IconAlertTriangle } from '@tabler/icons-react'
import { problemOf } from '#app/api/problem.ts'
import { problemText } from '#app/api/problem-text.ts'
import { TimeAgo } from './time-ago.tsx'
import classes from './stale-notice.module.css'

/** Why facts could not be read again, and since when they are known. */
export type Stale = {
  /** `null` or `undefined` where they were read again. */
  readonly error: unknown
  /** When they were read, by this browser's clock, epoch ms. */
  readonly updatedAt: number
}

/** Facts that were read within this of each other were read together, in ms. */
const TOGETHER_MS = 60_000

/**
 * Says that a refresh failed and how old the facts on screen are. They stay: old facts with their age are true.
 *
 * @param said what the notice of the page says already: the same is not said twice, but where these facts are older.
 */
export const StaleNotice = ({ error, updatedAt, said }: Stale & { said?: Stale | undefined }) => {
  if (error === null || error === undefined) return null
  const isSaid =
    said?.error &&
    problemOf(said.error).kind === problemOf(error).kind &&
    updatedAt > said.updatedAt - TOGETHER_MS
  if (isSaid) return null
  return (
    <p className={classes.notice} role="status">
      <IconAlertTriangle size={16} aria-hidden />
      <span>
        {problemText[problemOf(error).kind].title}. What you see was read <TimeAgo instant={updatedAt} />.
      </span>
    </p>
  )
}
