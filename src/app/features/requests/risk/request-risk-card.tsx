import { useMemo } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { requestRiskOf } from './request-risk.ts'
import { RiskCard } from './risk-card.tsx'
import { useRiskFacts } from './use-risk-facts.ts'

/** The risk card of a pending request, which reads what it needs. */
export const RequestRiskCard = ({ request }: { request: MirroringRequest }) => {
  const facts = useRiskFacts()
  const findings = useMemo(() => requestRiskOf(request, facts), [request, facts])
  return <RiskCard findings={findings} />
}
