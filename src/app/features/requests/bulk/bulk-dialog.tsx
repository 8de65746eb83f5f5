import { Button } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import type { Decision } from '#app/domain/request/request-decision.ts'
import { announce } from '#app/browser/announcements.ts'
import { type Allowed, allowed, whyNot } from '#app/text/allowed.ts'
import { closingWord, closingWords } from '#app/ui/dialog/closing-words.ts'
import { Dialog } from '#app/ui/dialog/dialog.tsx'
import dialogClasses from '#app/ui/dialog/write-dialog.module.css'
import { numberText } from '#app/text/number-text.ts'
import { missingConsent } from './bulk-consent.ts'
import { BulkConsentFields } from './bulk-consent-fields.tsx'
import { type BulkItem, canRetry, WAITING } from './bulk-item.ts'
import { BulkList } from './bulk-list.tsx'
import type { BulkPlan } from './bulk-plan.ts'
import { BulkProgress } from './bulk-progress.tsx'
import { bulkMeaning, bulkResult, bulkStillSelected, bulkTitle, bulkVerb } from './bulk-words.ts'
import { LeftOutList } from './left-out-list.tsx'
import { useBulk } from './use-bulk.ts'

/** Once a run has ended, what needs attention comes first. */
const ORDER: readonly BulkItem['kind'][] = ['failed', 'unknown', 'waiting', 'settled', 'under-way', 'done']

/**
 * Asks before many requests are decided, and shows the progress and the outcome of each.
 *
 * @param may whether any may be accepted at all.
 * @param onConfirm called when a plan was confirmed: no later one is looked at.
 * @param onClose called with the ids for which nothing is left to do.
 */
export const BulkDialog = ({
  decision,
  plan,
  may = allowed,
  onConfirm,
  onClose,
}: {
  decision: Decision
  plan: BulkPlan
  may?: Allowed
  onConfirm?: () => void
  onClose: (settled: ReadonlySet<string>) => void
}) => {
  // What was confirmed is what is done, whatever the plan becomes while the lists change behind the dialog.
  const [confirmed, setConfirmed] = useState<BulkPlan | null>(null)
  const [consent, setConsent] = useState({ isExpected: false, typed: '' })
  const { items, isRunning, run, stop } = useBulk(decision, (ended) =>
    announce(bulkResult([...ended.values()], decision)),
  )
  const { taken, leftOut, isReading } = confirmed ?? plan
  const isAsking = confirmed === null
  const itemOf = ({ id }: MirroringRequest): BulkItem => items.get(id) ?? WAITING
  const placeOf = (request: MirroringRequest): number => ORDER.indexOf(itemOf(request).kind)
  const left = taken.filter((request) => canRetry(itemOf(request)))
  const listed = isAsking || isRunning ? taken : taken.toSorted((one, other) => placeOf(one) - placeOf(other))
  const send = () => {
    setConfirmed({ taken, leftOut, isReading })
    onConfirm?.()
    void run(taken)
  }
  const close = () =>
    onClose(
      new Set([...items].filter(([, { kind }]) => kind === 'done' || kind === 'settled').map(([id]) => id)),
    )
  const isNone = taken.length === 0 && !isReading
  const why =
    whyNot(may) ??
    (isReading
      ? 'Reading what is known about these mirrors.'
      : isNone
        ? 'None of the selected requests can be taken.'
        : missingConsent(consent, taken.length, decision))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isAsking && why === null) send()
  }
  return (
    <Dialog
      title={bulkTitle(isReading ? null : taken.length, decision, !isAsking)}
      isBusy={isRunning}
      onClose={close}
    >
      <div className={dialogClasses.content}>
        {isAsking && !isNone ? <p>{bulkMeaning[decision]}</p> : null}
        {taken.length === 0 ? null : <BulkList decision={decision} requests={listed} items={items} />}
        {leftOut.length > 0 && isAsking ? <LeftOutList decision={decision} leftOut={leftOut} /> : null}
        {isAsking ? null : (
          <BulkProgress
            key={isRunning ? 'running' : 'ended'}
            decision={decision}
            items={[...items.values()]}
            count={taken.length}
            isRunning={isRunning}
          />
        )}
        {leftOut.length > 0 && !isAsking && !isRunning ? <p>{bulkStillSelected(leftOut.length)}</p> : null}
        {/* Enter in a field of its own decides; in a search above it only searches. */}
        <form className={dialogClasses.end} onSubmit={submit}>
          {isAsking && taken.length > 0 ? (
            <BulkConsentFields
              decision={decision}
              count={taken.length}
              given={consent}
              onChange={setConsent}
            />
          ) : null}
          <div className={dialogClasses.footer}>
            <span role="status" className={dialogClasses.why}>
              {isAsking ? why : null}
            </span>
            {isRunning ? (
              <Button variant="default" onClick={stop}>
                Stop
              </Button>
            ) : (
              <Button variant="default" onClick={close}>
                {isNone ? closingWords.close : closingWord(!isAsking, false)}
              </Button>
            )}
            {isNone ? null : isAsking ? (
              <Button
                type="submit"
                // A rejected mirror can ask again: Enter is enough for what the title says.
                data-autofocus={decision === 'reject' || undefined}
                disabled={why !== null}
              >
                {bulkVerb(isReading ? null : taken.length, decision)}
              </Button>
            ) : left.length > 0 && !isRunning ? (
              <Button onClick={send}>Retry {numberText(left.length)} not done</Button>
            ) : null}
          </div>
        </form>
      </div>
    </Dialog>
  )
}
