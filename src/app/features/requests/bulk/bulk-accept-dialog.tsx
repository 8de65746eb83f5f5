import { useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { useStagingGuard } from '#app/domain/fleet/use-staging-guard.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import { BulkJudge } from './bulk-judge.tsx'
import { READING_PLAN } from './use-bulk-plan.ts'

/** Accepting many: only those without warnings, and none while the upstream looks like a clone. */
export const BulkAcceptDialog = ({
  requests,
  onClose,
}: {
  requests: readonly MirroringRequest[]
  onClose: (settled: ReadonlySet<string>) => void
}) => {
  const { mayChange } = useStagingGuard()
  const [plan, setPlan] = useState(READING_PLAN)
  const [isConfirmed, setConfirmed] = useState(false)
  return (
    <>
      {isConfirmed ? null : <BulkJudge requests={requests} onPlan={setPlan} />}
      <BulkDialog
        decision="accept"
        plan={plan}
        may={mayChange}
        onConfirm={() => setConfirmed(true)}
        onClose={onClose}
      />
    </>
  )
}
