import { ageOf } from '#app/text/age.ts'
import { durationOf } from '#app/text/duration.ts'
import type { CloneRule, Finding } from './clone-check.ts'

const enabledFinding = (enabled: boolean | null): Finding => {
  if (enabled === null)
    return { verdict: 'unknown', evidence: 'Bitbucket does not say whether it is enabled.' }
  return enabled
    ? { verdict: 'passed', evidence: "Bitbucket's record says so." }
    : {
        verdict: 'failed',
        evidence: "Bitbucket's record says that it is disabled.",
        nextStep: "Clone from the primary. Only the mirror's administrator can enable it.",
      }
}

/** Rules over Bitbucket's own record of the mirror. */
export const recordRules: readonly CloneRule[] = [
  { claim: 'The mirror is enabled', judge: ({ mirror }) => enabledFinding(mirror.enabled) },
  {
    claim: 'Bitbucket has seen the mirror lately',
    judge: ({ mirror, upstreamNow, thresholds }) => {
      const { lastSeenDate } = mirror
      if (lastSeenDate === null) {
        return {
          verdict: 'unknown',
          evidence: 'Bitbucket does not say when it saw the mirror last, or never saw it.',
          nextStep: 'Ask the administrator of the mirror whether it has started and can reach Bitbucket.',
        }
      }
      const age = upstreamNow - lastSeenDate
      if (age < -thresholds.clockToleranceMs) {
        return {
          verdict: 'doubtful',
          evidence: `Its last sign of life is dated ${durationOf(lastSeenDate - upstreamNow)} in the future.`,
          nextStep: 'Compare the clocks of Bitbucket and the mirror, and correct them with NTP.',
        }
      }
      const evidence = `Last seen ${ageOf(lastSeenDate, upstreamNow)}.`
      return age > thresholds.staleAfterMs
        ? {
            verdict: 'doubtful',
            evidence,
            nextStep: 'Check that the mirror runs and can reach Bitbucket. What it serves may be old.',
          }
        : { verdict: 'passed', evidence }
    },
  },
]
