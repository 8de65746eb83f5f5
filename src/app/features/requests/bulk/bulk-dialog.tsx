import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Checkbox.css'
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/domain/request/request-decision.ts'
import { announce } from '#app/browser/announcements.ts'
import { type Allowed, allowed, whyNot } from '#app/text/allowed.ts'
import { Dialog } from '#app/ui/dialog/dialog.tsx'
import dialogClasses from '#app/ui/dialog/write-dialog.module.css'
import { numberText } from '#app/text/number-text.ts'
import { pluralOf } from '#app/text/plural-of.ts'
import { type BulkItem, canRetry, WAITING } from './bulk-item.ts'
import { BulkList } from './bulk-list.tsx'
import type { BulkPlan } from './bulk-plan.ts'
import { BulkProgress } from './bulk-progress.tsx'
import { bulkMeaning, bulkResult, bulkTitle, bulkVerb } from './bulk-words.ts'
import { useBulk } from './use-bulk.ts'

/** Once a run has ended, what needs attention comes first. */
const ORDER: readonly BulkItem['kind'][] = ['failed', 'unknown', 'waiting', 'settled', 'under-way', 'done']

/**
 * Asks before many requests are decided, and shows the progress and the outcome of each.
 *
 * @param may whether any may be accepted at all.
 * @param onClose called with the ids for which nothing is left to do.
 */
export const BulkDialog = ({
  decision,
  plan,
  may = allowed,
  onClose,
}: {
  decision: Decision
  plan: BulkPlan
  may?: Allowed
  onClose: (settled: ReadonlySet<string>) => void
}) => {
  // What was confirmed is what is done, whatever the plan becomes while the lists change behind the dialog.
  const [confirmed, setConfirmed] = useState<readonly MirroringRequest[] | null>(null)
  const [isExpected, setExpected] = useState(false)
  const { items, isRunning, run, stop } = useBulk(decision, (ended) =>
    announce(bulkResult([...ended.values()], decision)),
  )
  const taken = confirmed ?? plan.taken
  const states = [...items.values()]
  const itemOf = ({ id }: MirroringRequest): BulkItem => items.get(id) ?? WAITING
  const placeOf = (request: MirroringRequest): number => ORDER.indexOf(itemOf(request).kind)
  const left = taken.filter((request) => canRetry(itemOf(request)))
  const listed =
    confirmed === null || isRunning ? taken : taken.toSorted((one, other) => placeOf(one) - placeOf(other))
  const needsTick = decision === 'accept' && !isExpected
  const send = () => {
    setConfirmed(taken)
    void run(taken)
  }
  const close = () =>
    onClose(
      new Set([...items].filter(([, { kind }]) => kind === 'done' || kind === 'settled').map(([id]) => id)),
    )
  const isWaiting = confirmed === null && plan.isReading
  const isNone = taken.length === 0 && !isWaiting
  const why =
    whyNot(may) ??
    (isWaiting
      ? 'Reading what is known about these mirrors.'
      : isNone
        ? 'None of the selected requests can be taken.'
        : needsTick
          ? 'Tick the box above to accept.'
          : null)
  return (
    <Dialog
      title={bulkTitle(isWaiting ? null : taken.length, decision, confirmed !== null)}
      isBusy={isRunning}
      onClose={close}
    >
      <div className={dialogClasses.content}>
        {confirmed === null && !isNone ? <p>{bulkMeaning[decision]}</p> : null}
        {taken.length === 0 ? null : (
          <BulkList
            label="Selected requests"
            decision={decision}
            rows={listed.map((request) => ({ request }))}
            items={items}
          />
        )}
        {plan.leftOut.length > 0 && confirmed === null ? (
          <>
            <p>
              {numberText(plan.leftOut.length)} of the selected requests{' '}
              {pluralOf(plan.leftOut.length, 'is', 'are')} left out.
              {decision === 'accept' ? ' Requests with warnings must be reviewed one by one.' : ''}
            </p>
            <BulkList label="Left out" decision={decision} rows={plan.leftOut} />
          </>
        ) : null}
        {confirmed === null ? null : (
          <BulkProgress
            key={isRunning ? 'running' : 'ended'}
            decision={decision}
            items={states}
            count={taken.length}
            isRunning={isRunning}
          />
        )}
        {decision === 'accept' && confirmed === null && taken.length > 0 ? (
          <Checkbox
            label="I expected these mirrors"
            checked={isExpected}
            onChange={(event) => setExpected(event.currentTarget.checked)}
          />
        ) : null}
        <div className={dialogClasses.footer}>
          <span role="status" className={dialogClasses.why}>
            {confirmed === null ? why : null}
          </span>
          {isRunning ? (
            <Button variant="default" onClick={stop}>
              Stop
            </Button>
          ) : (
            <Button variant="default" onClick={close}>
              {confirmed === null && !isNone ? 'Cancel' : 'Go back'}
            </Button>
          )}
          {isNone ? null : confirmed === null ? (
            <Button disabled={why !== null} onClick={send}>
              {bulkVerb(isWaiting ? null : taken.length, decision)}
            </Button>
          ) : left.length > 0 && !isRunning ? (
            <Button onClick={send}>Retry {numberText(left.length)} not done</Button>
          ) : null}
        </div>
      </div>
    </Dialog>
  )
}
