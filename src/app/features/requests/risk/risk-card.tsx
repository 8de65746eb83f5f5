import { useId } from 'react'
import { Facts } from '#app/ui/facts.tsx'
import { Identifier } from '#app/ui/identifier.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import classes from './risk-card.module.css'
import { finding, type RiskFinding } from './risk-finding.ts'
import { fineWords, readingWords, riskSummaryOf, severityWords } from './risk-words.ts'

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
  const reading = findings.filter(({ missing }) => missing === 'reading')
  const told = findings.filter(({ severity, missing }) => severity !== 'ok' && missing !== 'reading')
  // One line for all of them: most find nothing to tell in the end, and what stands below must not jump up then.
  const under =
    reading.length === 0 ? [] : [finding('Other mirrors', 'unknown', readingWords(reading.length))]
  const at = told.findIndex(({ severity }) => severity === 'unknown')
  const rows = told.toSpliced(at === -1 ? told.length : at, 0, ...under)
  return (
    <section className={classes.card} aria-labelledby={titleId}>
      <h2 id={titleId} className={classes.title}>
        Risk
      </h2>
      <StateMark tone={summary.tone}>{summary.words}</StateMark>
      <Facts facts={rows.map(factOf)} />
      {fine.length === 0 ? null : (
        <details>
          <summary>{fineWords(fine.length)}</summary>
          <Facts facts={fine.map(factOf)} />
        </details>
      )}
    </section>
  )
}
