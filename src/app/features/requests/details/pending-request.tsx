import { useMemo } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { StateMark } from '#app/ui/page/state-mark.tsx'
import classes from './pending-request.module.css'
import { RequestFacts } from './request-facts.tsx'
import { requestRiskOf } from '#app/features/requests/risk/request-risk.ts'
import { RiskCard } from '#app/features/requests/risk/risk-card.tsx'
import { riskSummaryOf } from '#app/features/requests/risk/risk-words.ts'
import { useRiskFacts } from '#app/features/requests/risk/use-risk-facts.ts'

/**
 * What a request says, and beside it what was found about that. Findings grow while Bitbucket is still read, so
 * nothing stands below them; on a narrow screen their summary comes first.
 */
export const PendingRequest = ({ request }: { request: MirroringRequest }) => {
  const facts = useRiskFacts()
  const findings = useMemo(() => requestRiskOf(request, facts), [request, facts])
  const { tone, words } = riskSummaryOf(findings)
  return (
    <>
      <div className={classes.first}>
        Risk: <StateMark tone={tone}>{words}</StateMark>
      </div>
      <div className={classes.columns}>
        <RequestFacts request={request} withState />
        <RiskCard findings={findings} />
      </div>
    </>
  )
}
