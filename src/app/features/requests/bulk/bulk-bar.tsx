import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/domain/request/request-decision.ts'
import type { Selection } from '#app/ui/table/selection/selection.ts'
import { numberText } from '#app/text/number-text.ts'
import { BulkAcceptDialog } from './bulk-accept-dialog.tsx'
import { BulkDialog } from './bulk-dialog.tsx'
import { bulkPlanOf } from './bulk-plan.ts'
import classes from './bulk.module.css'

const buttons: readonly { readonly decision: Decision; readonly words: string }[] = [
  { decision: 'accept', words: 'Accept selected' },
  { decision: 'reject', words: 'Reject selected' },
  { decision: 'delete', words: 'Delete selected' },
]

type Choice = { readonly decision: Decision; readonly requests: readonly MirroringRequest[] }

const ChosenDialog = ({
  opened: { decision, requests },
  onClose,
}: {
  opened: Choice
  onClose: (settled: ReadonlySet<string>) => void
}) =>
  decision === 'accept' ? (
    <BulkAcceptDialog requests={requests} onClose={onClose} />
  ) : (
    <BulkDialog decision={decision} plan={bulkPlanOf(requests, decision, null)} onClose={onClose} />
  )

/**
 * What can be done with the selected requests.
 *
 * @param rows all requests that were read, with and without the filter.
 * @param shown those that the filter lets through.
 */
export const BulkBar = ({
  selection,
  rows,
  shown,
  canDecide,
}: {
  selection: Selection
  rows: readonly MirroringRequest[]
  shown: readonly MirroringRequest[]
  /** Whether pending requests can be among them. */
  canDecide: boolean
}) => {
  const ids = selection.use()
  const [opened, setOpened] = useState<Choice | null>(null)
  const requests = useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids])
  const shownCount = useMemo(() => shown.filter(({ id }) => ids.has(id)).length, [shown, ids])
  const close = (settled: ReadonlySet<string>) => {
    setOpened(null)
    selection.set(new Set([...ids].filter((id) => !settled.has(id))))
  }
  if (requests.length === 0 && opened === null) return null
  const unseen = requests.length - shownCount
  return (
    <section aria-label="Selected requests" className={classes.bar}>
      <strong role="status">
        {numberText(requests.length)} selected
        {unseen > 0 ? `, ${numberText(unseen)} of them not shown by the search` : ''}
      </strong>
      {(canDecide ? buttons : buttons.slice(2)).map(({ decision, words }) => (
        <Button
          key={decision}
          size="xs"
          variant={decision === 'accept' ? 'light' : 'default'}
          onClick={() => setOpened({ decision, requests })}
        >
          {words}
        </Button>
      ))}
      <Button size="xs" variant="subtle" color="gray" onClick={() => selection.set(new Set())}>
        Clear selection
      </Button>
      {opened ? <ChosenDialog opened={opened} onClose={close} /> : null}
    </section>
  )
}
