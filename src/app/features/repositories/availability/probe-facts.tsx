import type { ProbeResult } from '#contract/probe.ts'
import { TimeAgo } from '#app/ui/page/time-ago.tsx'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'
import { isServing } from '#app/domain/availability/availability-words.ts'
import { numberText } from '#app/text/number-text.ts'
import classes from './availability.module.css'
import { clockText } from './clock-text.ts'

/**
 * When and how a mirror was asked.
 *
 * @param askedAt when the answer arrived, by this browser's clock, epoch ms.
 */
export const ProbeFacts = ({ result, askedAt }: { result: ProbeResult; askedAt: number }) => {
  const { checkedAt, clockDifferenceMs, tookMs } = result
  const clock = clockText(clockDifferenceMs)
  // The mirror dated its update by its own clock: seen from here that is the gateway's distance plus the mirror's.
  const mirrorOffsetMs = checkedAt - askedAt + (clockDifferenceMs ?? 0)
  return (
    <p className={classes.facts}>
      {result.kind === 'answered' && (result.answer.lastUpdated !== null || isServing(result)) ? (
        <span>
          updated{' '}
          <TimeAgo
            instant={result.answer.lastUpdated}
            offsetMs={mirrorOffsetMs}
            unknown="at an unknown time"
          />
        </span>
      ) : null}
      <span>
        asked <TimeAgo instant={askedAt} />
      </span>
      <span title="From the console to the mirror">
        took {numberText(Math.round(tookMs))} ms<span className="visually-hidden"> from the console</span>
      </span>
      {clock === null ? null : <strong>{clock}</strong>}
      {result.kind === 'failed' && result.status !== null ? <span>HTTP status {result.status}</span> : null}
      {result.kind === 'failed' && result.detail !== null ? (
        <span>
          <ForeignText inline>{result.detail}</ForeignText>
        </span>
      ) : null}
    </p>
  )
}
