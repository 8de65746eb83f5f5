import type { Tone } from '#app/ui/page/state-mark.tsx'
import { counted } from '#app/text/counted.ts'
import type { RiskFinding, RiskSeverity } from './risk-finding.ts'

/** The word and the tone of each severity. */
export const severityWords: Record<RiskSeverity, { readonly tone: Tone; readonly word: string }> = {
  warning: { tone: 'bad', word: 'Warning' },
  notice: { tone: 'off', word: 'Note' },
  unknown: { tone: 'unknown', word: 'Unknown' },
  ok: { tone: 'good', word: 'Fine' },
}

const countOf = (findings: readonly RiskFinding[], severity: RiskSeverity): number =>
  findings.filter((finding) => finding.severity === severity).length

/** What the checks found, in one line. A check that could not be made is no reason to call a request harmless. */
export const riskSummaryOf = (
  findings: readonly RiskFinding[],
): { readonly tone: Tone; readonly words: string } => {
  const warnings = countOf(findings, 'warning')
  const notes = countOf(findings, 'notice')
  const rest = notes === 0 ? '' : `, ${counted(notes, 'note')}`
  const isReading = findings.some(({ missing }) => missing === 'reading')
  if (warnings > 0) {
    return {
      tone: 'bad',
      words: `${counted(warnings, 'warning')}${rest}${isReading ? ' so far' : ''}`,
    }
  }
  if (isReading) return { tone: 'busy', words: 'Being checked' }
  return findings.some(({ missing }) => missing === 'failed')
    ? { tone: 'unknown', words: `No warnings in what could be checked${rest}` }
    : { tone: 'good', words: `No warnings${rest}` }
}

/**
 * The label of what is folded away: the checks that found nothing wrong, and those that cannot be made yet.
 *
 * @param waiting checks whose facts are still being read.
 */
export const fineWords = (fine: number, waiting = 0): string => {
  if (fine === 0 && waiting > 0) return counted(waiting, 'check still waits', 'checks still wait')
  const words = counted(fine, 'check found nothing wrong', 'checks found nothing wrong')
  return waiting === 0 ? words : `${words}, ${counted(waiting, 'still waits', 'still wait')}`
}
