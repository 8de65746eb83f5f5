import { cutText } from '#contract/cut-text.ts'
import type { Behind, History } from '#contract/history.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { behindWords } from '#app/domain/history/behind-words.ts'
import { mirrorNameOf } from '#app/domain/mirror/mirror-name-of.ts'
import { verdictRank } from '#app/domain/mirror/verdict-counts.ts'
import { verdictWord } from '#app/domain/mirror/verdict-words.ts'
import { plainOf } from '#app/text/hidden-characters.ts'
import { numberText } from '#app/text/number-text.ts'
import { hasCertificate } from '#health/certificate-state.ts'
import type { Verdicts } from '#health/fleet-verdicts.ts'
import type { MirrorSights } from '#health/mirror-sight.ts'
import type { Verdict } from '#health/mirror-verdict.ts'

/** One mirror in the picture of the fleet. */
export type FleetMark = {
  readonly id: string
  readonly name: string
  readonly verdict: Pick<Verdict, 'kind' | 'detail'>
  /** `null` where nothing is known of it. */
  readonly behind: Behind | null
  readonly version: string | null
  /** How long it took to answer the last check, in ms; `null` where it did not answer. */
  readonly tookMs: number | null
  /** When its certificate ends, epoch ms; `null` where none was seen, or its address has none. */
  readonly certificateEnds: number | null
  /** Whether its address is one where a certificate is shown. */
  readonly hasCertificate: boolean
}

const NOT_JUDGED = { kind: 'unknown', detail: null } as const

const lagOf = ({ behind }: FleetMark): number => behind?.nowMs ?? 0

/** All mirrors, the worst first, of equal ones the farthest behind first, else as they are listed. */
export const fleetMarks = (
  mirrors: readonly MirrorServer[],
  verdicts: Verdicts,
  sights: MirrorSights,
  history: History | undefined,
): readonly FleetMark[] => {
  const lags = new Map(history?.mirrors.map(({ mirrorId, behind }) => [mirrorId, behind]))
  return mirrors
    .map((mirror): FleetMark => ({
      id: mirror.id,
      name: mirrorNameOf(mirror),
      verdict: verdicts.get(mirror.id) ?? NOT_JUDGED,
      behind: lags.get(mirror.id) ?? null,
      version: mirror.productVersion,
      tookMs: sights.get(mirror.id)?.tookMs ?? null,
      hasCertificate: hasCertificate(mirror),
      certificateEnds: hasCertificate(mirror) ? (sights.get(mirror.id)?.certificateEnds ?? null) : null,
    }))
    .toSorted(
      (one, other) =>
        verdictRank(one.verdict.kind) - verdictRank(other.verdict.kind) || lagOf(other) - lagOf(one),
    )
}

/** How far behind, as words beside others: "12 minutes behind". Empty where it is not known. */
const lagWords = ({ behind }: FleetMark): string => {
  const words = behindWords(behind)
  if (words === 'not known') return ''
  return (behind?.nowMs ?? 0) > 0 ? `${words} behind` : words
}

/** What is measured of a mirror in short: "12 ms · up to date · 8.16.2". What is not known is left out. */
export const markMeasures = (mark: FleetMark): string =>
  [
    mark.tookMs === null ? '' : `${numberText(mark.tookMs)} ms`,
    lagWords(mark),
    plainOf(cutText(mark.version ?? '', 32)),
  ]
    .filter((part) => part !== '')
    .join(' · ')

/** The word of a verdict inside a sentence; a state that a mirror names itself stays as it wrote it. */
const wordWithin = (verdict: FleetMark['verdict']): string => {
  const word = verdictWord(verdict)
  return verdict.kind === 'other-state' ? word : word.charAt(0).toLowerCase() + word.slice(1)
}

/** All that the picture says of a mirror, in words. What is not known is said. */
export const markWords = (mark: FleetMark): string => {
  const lag = lagWords(mark)
  return [
    `${plainOf(mark.name)}: ${wordWithin(mark.verdict)}`,
    mark.tookMs === null ? 'response time not known' : `answered in ${numberText(mark.tookMs)} ms`,
    lag === '' ? 'lag not known' : lag,
    mark.version === null ? 'version not given' : `version ${plainOf(cutText(mark.version, 32))}`,
  ].join(', ')
}
