import { useEffect, useMemo, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { RiskFacts } from '#app/features/requests/risk/risk-facts.ts'
import { type BulkPlan, bulkPlanning } from './bulk-plan.ts'

/** While it is not known yet which can be taken. */
export const READING_PLAN: BulkPlan = { taken: [], leftOut: [], isReading: true }

/** Which of the requests accepting takes. Thousands are judged in steps, and until the last one it is not known. */
export const useBulkPlan = (requests: readonly MirroringRequest[], facts: RiskFacts): BulkPlan => {
  const planning = useMemo(() => {
    const steps = bulkPlanning(requests, 'accept', facts)
    const first = steps.next()
    return { steps, first: first.done === true ? first.value : null }
  }, [requests, facts])
  const [known, setKnown] = useState<{ readonly of: typeof planning; readonly plan: BulkPlan } | null>(null)
  useEffect(() => {
    if (planning.first) return undefined
    let timer: ReturnType<typeof setTimeout>
    const work = () => {
      const step = planning.steps.next()
      if (step.done === true) setKnown({ of: planning, plan: step.value })
      else timer = setTimeout(work)
    }
    timer = setTimeout(work)
    return () => clearTimeout(timer)
  }, [planning])
  return planning.first ?? (known?.of === planning ? known.plan : READING_PLAN)
}
