import { Button } from '@mantine/core'
import { type ComponentProps, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/domain/request/request-decision.ts'
import { SelectionBar } from '#app/ui/table/selection/selection-bar.tsx'
import { without } from '#app/ui/table/selection/selection-steps.ts'
import { BulkAcceptDialog } from './bulk-accept-dialog.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import { type BulkPlan, bulkPlanOf } from './bulk-plan.ts'

const buttons: readonly { readonly decision: Decision; readonly words: string }[] = [
  { decision: 'accept', words: 'Accept selected' },
  { decision: 'reject', words: 'Reject selected' },
  { decision: 'delete', words: 'Delete selected' },
]

/** What was chosen about the requests as they are now: a refresh must not change what is being judged. */
type Choice =
  | { readonly decision: 'accept'; readonly requests: readonly MirroringRequest[] }
  | { readonly decision: Exclude<Decision, 'accept'>; readonly plan: BulkPlan }

/** What can be done with the selected requests. */
export const BulkBar = ({
  canDecide,
  ...props
}: Pick<ComponentProps<typeof SelectionBar<MirroringRequest>>, 'select' | 'list' | 'listKey' | 'shown'> & {
  /** Whether pending requests can be among them. */
  canDecide: boolean
}) => {
  const { select, list } = props
  const [opened, setOpened] = useState<Choice | null>(null)
  /** In the order that is shown, where they are; of many, the first are taken first. */
  const requestsOf = (): readonly MirroringRequest[] => {
    const { ids } = select.selection.get()
    return [...new Set([...select.shown(), ...list.rows])].filter(({ id }) => ids.has(id))
  }
  const open = (decision: Decision) =>
    setOpened(
      decision === 'accept'
        ? { decision, requests: requestsOf() }
        : { decision, plan: bulkPlanOf(requestsOf(), decision, null) },
    )
  const close = (settled: ReadonlySet<string>) => {
    setOpened(null)
    select.selection.set(without(select.selection.get(), settled))
  }
  return (
    <>
      <SelectionBar {...props} label="Selected requests" noun="request" isHeld={opened !== null}>
        {(canDecide ? buttons : buttons.slice(2)).map(({ decision, words }) => (
          <Button
            key={decision}
            size="xs"
            variant={decision === 'accept' ? 'light' : 'default'}
            onClick={() => open(decision)}
          >
            {words}
          </Button>
        ))}
      </SelectionBar>
      {opened?.decision === 'accept' ? <BulkAcceptDialog requests={opened.requests} onClose={close} /> : null}
      {opened && opened.decision !== 'accept' ? <BulkDialog {...opened} onClose={close} /> : null}
    </>
  )
}
