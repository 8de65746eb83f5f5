import { Button } from '@mantine/core'
import { type ReactNode, useId, useMemo, useRef } from 'react'
import type { Listing } from '#app/api/presence.ts'
import { type RowSelect, withFirstShown } from './row-select.ts'
import { type Selected, selectedOf } from './selection.ts'
import classes from './selection-bar.module.css'
import { selectionOfferOf } from './selection-offer.ts'
import { cleared } from './selection-steps.ts'
import { noteWords, selectionWords, spokenSelection } from './selection-words.ts'
import { SpokenLater } from './spoken-later.tsx'
import { useVanishedRows } from './use-vanished-rows.ts'

/**
 * How many rows of a list are selected, what can be selected beyond them, and the way back from it.
 *
 * @param children what can be done with the selected rows.
 */
export const SelectionBar = <Row extends { readonly id: string }>({
  label,
  noun,
  select,
  list,
  listKey,
  shown,
  isHeld,
  children,
}: {
  label: string
  /** What is counted, in the singular. */
  noun: string
  select: RowSelect<Row>
  /** All rows that were read, with and without the filter. */
  list: Listing<Row>
  /** Which list this is, where the page shows one of several. */
  listKey: string
  /** The rows that the filter lets through. */
  shown: readonly Row[]
  /** While something is done with the selected rows. */
  isHeld: boolean
  children: ReactNode
}) => {
  const { selection, canSelect } = select
  const selected = selection.use()
  const { ids, note } = selected
  useVanishedRows(selection, list, { listKey, isHeld })
  const whyId = useId()
  const bar = useRef<HTMLElement>(null)
  const free = useMemo(() => shown.filter(canSelect), [shown, canSelect])
  const chosen = free.filter(({ id }) => ids.has(id)).length
  const total = list.rows.filter(({ id }) => ids.has(id)).length
  const count = { total, unseen: total - chosen }
  // The button that was pressed may go, and must not take the focus with it.
  const step = (next: Selected) => {
    bar.current?.focus({ preventScroll: true })
    selection.set(next)
  }
  const dismiss = () => {
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
    selection.set(selectedOf(ids))
  }
  const offer = total === 0 ? null : selectionOfferOf(list, { free: free.length, chosen })
  const take = () =>
    step(
      offer?.step === 'shown'
        ? withFirstShown(selected, select)
        : selectedOf(new Set([...ids, ...free.map(({ id }) => id)])),
    )
  if (total === 0 && note === null) return null
  return (
    <section ref={bar} tabIndex={-1} aria-label={label} className={classes.bar} data-selection>
      {total > 0 ? <strong>{selectionWords(count)}</strong> : null}
      {note ? <span>{noteWords(note, noun)}</span> : null}
      <SpokenLater words={spokenSelection(note, count, noun)} />
      {offer ? (
        <Button
          data-offer
          size="xs"
          variant="subtle"
          disabled={offer.why !== null}
          aria-describedby={offer.why === null ? undefined : whyId}
          onClick={take}
        >
          {offer.words}
        </Button>
      ) : null}
      {offer?.why ? (
        <span id={whyId} className={classes.why}>
          {offer.why}
        </span>
      ) : null}
      {total > 0 ? (
        <>
          {children}
          <Button size="xs" variant="subtle" color="gray" onClick={() => step(cleared(selected))}>
            Clear selection
          </Button>
        </>
      ) : (
        <>
          {note?.kind === 'cleared' ? (
            <Button size="xs" variant="default" onClick={() => step(selectedOf(note.ids))}>
              Undo
            </Button>
          ) : null}
          <Button size="xs" variant="subtle" color="gray" onClick={dismiss}>
            Dismiss
          </Button>
        </>
      )}
    </section>
  )
}
