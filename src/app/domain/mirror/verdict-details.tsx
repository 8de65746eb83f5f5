import { durationOf } from '#app/text/duration.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import type { Verdict } from '#health/mirror-verdict.ts'
import { verdictReasons } from './verdict-reasons.ts'
import { verdictSteps } from './verdict-steps.ts'
import { verdictWord } from './verdict-words.ts'
import { severityOf } from '#health/verdict-severity.ts'
import classes from './verdict-details.module.css'

const clockText = (differenceMs: number): string =>
  `Its clock is ${durationOf(Math.abs(differenceMs))} ${differenceMs > 0 ? 'ahead of' : 'behind'} Bitbucket’s.`

/**
 * A verdict with what it rests on, what to do, and how old the mirror's own answer is.
 *
 * @param isAgeTold `false` where that stands beside it.
 */
export const VerdictDetails = ({ verdict, isAgeTold = true }: { verdict: Verdict; isAgeTold?: boolean }) => {
  const { kind, checkedAt, clockDifferenceMs } = verdict
  const step = verdictSteps[kind]
  const isClock = kind === 'clock-differs' || kind === 'clock-slightly-off'
  return (
    <span className={classes.details}>
      <StateMark tone={severityOf(kind)}>{verdictWord(verdict)}</StateMark>
      <span className={classes.reason}>{verdictReasons[kind]}</span>
      {isClock && clockDifferenceMs !== null ? (
        <span className={classes.reason}>{clockText(clockDifferenceMs)}</span>
      ) : null}
      {step === '' ? null : <span className={classes.reason}>{step}</span>}
      {checkedAt === null || !isAgeTold ? null : (
        <span className={classes.reason}>
          Checked by the console <TimeAgo instant={checkedAt} />
        </span>
      )}
    </span>
  )
}
