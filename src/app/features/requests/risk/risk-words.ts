import type { Tone } from '#app/ui/state-mark.tsx'
import type { RiskFinding, RiskSeverity } from './risk-finding.ts'

/** The word and the tone of each severity. */
export const severityWords: Record<RiskSeverity, { readonly tone: Tone; readonly word: string }> = {
  warning: { tone: 'bad', word: 'Warning' },
  notice: { tone: 'off', word: 'Note' },
  unknown: { tone: 'unknown', word: 'Unknown' },
  ok: { tone: 'good', word: 'Fine' },
}

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`

const countOf = (findings: readonly RiskFinding[], severity: RiskSeverity): number =>
  findings.filter((finding) => finding.severity === severity).length

/** What the checks found, in one line. A check that could not be made is no reason to call a request harmless. */
export const riskSummaryOf = (
  findings: readonly RiskFinding[],
): { readonly tone: Tone; readonly words: string } => {
  const warnings = countOf(findings, 'warning')
  const notes = countOf(findings, 'notice')
  const rest = notes === 0 ? '' : `, ${counted(notes, 'note', 'notes')}`
  const isReading = findings.some(({ missing }) => missing === 'reading')
  if (warnings > 0) {
    return {
      tone: 'bad',
      words: `${counted(warnings, 'warning', 'warnings')}${rest}${isReading ? ' so far' : ''}`,
    }
  }
  if (isReading) return { tone: 'busy', words: 'Being checked' }
  return findings.some(({ missing }) => missing === 'failed')
    ? { tone: 'unknown', words: `No warnings in what could be checked${rest}` }
    : { tone: 'good', words: `No warnings${rest}` }
}

/** The checks that still wait for what they rest on, as one line. */
export const readingWords = (count: number): string =>
  counted(
    count,
    'check waits for what Bitbucket says about other mirrors.',
    'checks wait for what Bitbucket says about other mirrors.',
  )

/** The checks that found nothing wrong, as the label of what is folded away. */
export const fineWords = (count: number): string =>
  counted(count, 'check found nothing wrong', 'checks found nothing wrong')
