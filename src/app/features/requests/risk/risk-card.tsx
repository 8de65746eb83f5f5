import { useId } from 'react'
import { Facts } from '#app/ui/page/facts.tsx'
import { Identifier } from '#app/ui/untrusted/identifier.tsx'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import { PendingReading } from './pending-reading.tsx'
import classes from './risk-card.module.css'
import type { RiskFinding } from './risk-finding.ts'
import { fineWords, riskSummaryOf, severityWords } from './risk-words.ts'

const Finding = ({ finding: { severity, words, evidence } }: { finding: RiskFinding }) => (
  <span className={classes.finding}>
    <StateMark tone={severityWords[severity].tone}>{severityWords[severity].word}</StateMark>
    <span>{words}</span>
    {evidence.map(({ name, text }) => (
      <span key={`${name} ${text}`} className={classes.evidence}>
        {name}: <Identifier>{text}</Identifier>
      </span>
    ))}
  </span>
)

const factOf = (finding: RiskFinding) => ({ name: finding.check, value: <Finding finding={finding} /> })

/** What the checks found about a request, with the evidence of each; those that found nothing wrong are folded. */
export const RiskCard = ({ findings }: { findings: readonly RiskFinding[] }) => {
  const titleId = useId()
  const summary = riskSummaryOf(findings)
  const fine = findings.filter(({ severity }) => severity === 'ok')
  // Most end without a finding: lines of their own would push the content below down and up again.
  const reading = findings.filter(({ missing }) => missing === 'reading')
  const shown = findings.filter(({ severity, missing }) => severity !== 'ok' && missing !== 'reading')
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <h2 id={titleId} className={classes.title}>
        Risk
      </h2>
      <StateMark tone={summary.tone}>{summary.words}</StateMark>
      <Facts facts={shown.map(factOf)} />
      {fine.length + reading.length === 0 ? null : (
        <details>
          <summary>{fineWords(fine.length, reading.length)}</summary>
          <Facts facts={[...fine, ...reading].map(factOf)} />
        </details>
      )}
      <PendingReading />
    </section>
  )
}
