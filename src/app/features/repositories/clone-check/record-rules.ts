import { ageOf } from '#app/text/age.ts'
import { durationOf } from '#app/text/duration.ts'
import { type CloneRule, type Finding, found } from './clone-check.ts'

const enabledFinding = (enabled: boolean | null): Finding => {
  if (enabled === null) return found.unknown('Bitbucket does not say whether it is enabled.')
  return enabled
    ? found.passed("Bitbucket's record says so.")
    : found.failed(
        "Bitbucket's record says that it is disabled.",
        "Clone from the primary. Only the mirror's administrator can enable it.",
      )
}

/** Rules over Bitbucket's own record of the mirror. */
export const recordRules: readonly CloneRule[] = [
  { claim: 'The mirror is enabled', judge: ({ mirror }) => enabledFinding(mirror.enabled) },
  {
    claim: 'Bitbucket has seen the mirror lately',
    judge: ({ mirror, upstreamNow, thresholds }) => {
      const { lastSeenDate } = mirror
      if (lastSeenDate === null) {
        return found.unknown(
          'Bitbucket does not say when it saw the mirror last, or never saw it.',
          'Ask the administrator of the mirror whether it has started and can reach Bitbucket.',
        )
      }
      const age = upstreamNow - lastSeenDate
      if (age < -thresholds.clockToleranceMs) {
        return found.doubtful(
          `Its last sign of life is dated ${durationOf(lastSeenDate - upstreamNow)} in the future.`,
          'Compare the clocks of Bitbucket and the mirror, and correct them with NTP.',
        )
      }
      const evidence = `Last seen ${ageOf(lastSeenDate, upstreamNow)}.`
      return age > thresholds.staleAfterMs
        ? found.doubtful(
            evidence,
            'Check that the mirror runs and can reach Bitbucket. What it serves may be old.',
          )
        : found.passed(evidence)
    },
  },
]
