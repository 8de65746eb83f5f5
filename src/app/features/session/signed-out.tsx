import type { Session } from '#contract/session.ts'
import { durationOf } from '#app/text/duration.ts'
import classes from './sign-in-page.module.css'

/**
 * What holds after signing out. The cookie is gone here; where the keys are shared, other replicas do not know of the
 * sign-out, and neither does this one after a restart.
 */
export const SignedOut = ({ session: { user, copiesLastMs } }: { session: Session }) => {
  if (user !== null) return null
  return (
    <p className={classes.signedOut} role="status">
      {copiesLastMs === null
        ? 'You are signed out.'
        : `You are signed out in this browser. A copy of its cookie can still work at another replica or after a restart of the console, for at most ${durationOf(copiesLastMs)} without use. New SESSION_KEYS end it at once.`}
    </p>
  )
}
