/** How much a finding weighs. `unknown` is a state of its own: a check whose fact is missing found nothing. */
export type RiskSeverity = 'warning' | 'notice' | 'unknown' | 'ok'

/** What a finding is based on. The text is foreign, except for what the console counted itself. */
export type RiskEvidence = { readonly name: string; readonly text: string }

/** What one check found about a request. */
export type RiskFinding = {
  /** What was checked, in one or two words. */
  readonly check: string
  readonly severity: RiskSeverity
  /** What was found, as a sentence. */
  readonly words: string
  readonly evidence: readonly RiskEvidence[]
  /** Why there is no finding: its fact is still being read, or could not be read (as a whole). */
  readonly missing?: 'reading' | 'failed'
}

/** A finding, made in one line. */
export const finding = (
  check: string,
  severity: RiskSeverity,
  words: string,
  evidence: readonly RiskEvidence[] = [],
): RiskFinding => ({ check, severity, words, evidence })
