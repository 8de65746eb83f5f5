import { cutText } from '#contract/cut-text.ts'
import { CLOCK_TOLERANCE_MS } from '#contract/clock-tolerance.ts'
import { problemText } from '#app/api/problem-text.ts'
import { aheadOf, durationOf } from '#app/text/duration.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { type CloneFacts, type CloneRule, type Finding, found } from './clone-check.ts'

const readable = ({ repository }: CloneFacts): Finding => {
  if (repository.kind === 'not-yet') return found.unknown('The repository is being read.')
  if (repository.kind === 'failed') {
    const { title, meaning } = problemText[repository.problem]
    return repository.problem === 'not-permitted' || repository.problem === 'not-found'
      ? found.failed(
          'Bitbucket does not show this repository to your account.',
          'Ask a project administrator for read access. A mirror asks for the same.',
        )
      : found.unknown(`${title}.`, meaning)
  }
  const { state } = repository.value
  if (state === 'AVAILABLE') return found.passed('Bitbucket shows it to your account.')
  return state === null
    ? found.passed('Bitbucket shows it to your account and sends no state.')
    : found.failed(
        `Its state on the primary is "${plainOf(cutText(state, 32))}".`,
        'No mirror can serve it reliably meanwhile. Ask a system administrator of Bitbucket.',
      )
}

/** The mirror's clock minus the upstream's, in ms, by way of the two clocks in between; `null` where one is unknown. */
const mirrorClockAheadMs = ({ probe, gatewayOffsetMs, upstreamOffsetMs }: CloneFacts): number | null => {
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
      const tolerance = durationOf(CLOCK_TOLERANCE_MS)
      if (ahead === null) return found.unknown("The mirror's clock or Bitbucket's could not be read.")
      return Math.abs(ahead) <= CLOCK_TOLERANCE_MS
        ? found.passed(`They differ by ${tolerance} at most.`)
        : found.failed(
            `The mirror's clock is ${aheadOf(ahead)} Bitbucket's.`,
            `Correct the clock with NTP. Mirrors refuse signed links beyond ${tolerance}.`,
          )
    },
  },
]
