import { CLOCK_TOLERANCE_MS } from '#contract/clock-tolerance.ts'
import { problemText } from '#app/api/problem-text.ts'
import { durationOf } from '#app/text/duration.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import type { CloneFacts, CloneRule, Finding } from './clone-check.ts'

const readable = ({ repository }: CloneFacts): Finding => {
  if (repository.kind === 'not-yet') return { verdict: 'unknown', evidence: 'The repository is being read.' }
  if (repository.kind === 'failed') {
    const { title, meaning } = problemText[repository.problem]
    const isRefusal = repository.problem === 'not-permitted' || repository.problem === 'not-found'
    return {
      verdict: isRefusal ? 'failed' : 'unknown',
      evidence: isRefusal ? 'Bitbucket does not show this repository to your account.' : `${title}.`,
      nextStep: isRefusal
        ? 'Ask a project administrator for read access. A mirror asks for the same.'
        : meaning,
    }
  }
  const { state } = repository.value
  if (state === 'AVAILABLE') return { verdict: 'passed', evidence: 'Bitbucket shows it to your account.' }
  return state === null
    ? { verdict: 'passed', evidence: 'Bitbucket shows it to your account and sends no state.' }
    : {
        verdict: 'failed',
        evidence: `Its state on the primary is "${plainOf(state.slice(0, 32))}".`,
        nextStep: 'No mirror can serve it reliably meanwhile. Ask a system administrator of Bitbucket.',
      }
}

/** The mirror's clock minus the upstream's, in ms, by way of the two clocks in between; `null` where one is unknown. */
const mirrorClockAheadMs = ({
  probe,
  gatewayOffsetMs,
  upstreamOffsetMs,
}: Pick<CloneFacts, 'probe' | 'gatewayOffsetMs' | 'upstreamOffsetMs'>): number | null => {
  const difference = probe.kind === 'read' ? probe.value.clockDifferenceMs : null
  if (difference === null || gatewayOffsetMs === null || upstreamOffsetMs === null) return null
  return difference + gatewayOffsetMs - upstreamOffsetMs
}

/** Rules over what Bitbucket itself says, and over the clocks. */
export const upstreamRules: readonly CloneRule[] = [
  { claim: 'You can read the repository on Bitbucket', judge: readable },
  {
    claim: 'The clocks agree',
    judge: (facts) => {
      const ahead = mirrorClockAheadMs(facts)
      if (ahead === null) {
        return { verdict: 'unknown', evidence: "The mirror's clock or Bitbucket's could not be read." }
      }
      if (Math.abs(ahead) <= CLOCK_TOLERANCE_MS) {
        return { verdict: 'passed', evidence: `They differ by ${durationOf(CLOCK_TOLERANCE_MS)} at most.` }
      }
      return {
        verdict: 'failed',
        evidence: `The mirror's clock is ${durationOf(ahead)} ${ahead > 0 ? 'ahead of' : 'behind'} Bitbucket's.`,
        nextStep: `Correct the clock with NTP. Mirrors refuse signed links beyond ${durationOf(CLOCK_TOLERANCE_MS)}.`,
      }
    },
  },
]
