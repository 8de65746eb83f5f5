import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { useStagingGuard } from '#app/domain/fleet/use-staging-guard.ts'
import { useRiskFacts } from '#app/features/requests/risk/use-risk-facts.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { useBulkPlan } from './use-bulk-plan.ts'

/** Accepting many: only those without warnings, and none while the upstream looks like a clone. */
export const BulkAcceptDialog = ({
  requests,
  onClose,
}: {
  requests: readonly MirroringRequest[]
  onClose: (settled: ReadonlySet<string>) => void
}) => {
  const facts = useRiskFacts()
  const { mayChange } = useStagingGuard()
  const plan = useBulkPlan(requests, facts)
  return <BulkDialog decision="accept" plan={plan} may={mayChange} onClose={onClose} />
}
