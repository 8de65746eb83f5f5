import { createStore, type Store } from '#app/browser/store.ts'

/** Rows that were selected or deselected together, from one of them to another. */
type SelectionSpan = {
  /** The row that was toggled by itself: every range goes from there until another row is toggled. */
  readonly anchor: string
  /** The other end. */
  readonly lead: string
  /** Whether the range selects its rows or deselects them. */
  readonly isOn: boolean
  /** What was selected before there was a range: a shorter one gives back what it no longer covers. */
  readonly base: ReadonlySet<string>
}

/** A step after which something must be said about rows that are not selected any more. */
type SelectionNote =
  /** The selection was cleared, and these can be selected again. */
  | { readonly kind: 'cleared'; readonly ids: ReadonlySet<string> }
  /** So many rows are no longer in the list. */
  | { readonly kind: 'vanished'; readonly count: number }

/** The ids that are selected, and what the next step must know of the last one. */
export type Selected = {
  readonly ids: ReadonlySet<string>
  readonly span: SelectionSpan | null
  readonly note: SelectionNote | null
}

/** What is selected in a table, outside React: a box that is ticked draws itself and not the table. */
export type Selection = Store<Selected>

/** These ids and nothing to go on from. */
export const selectedOf = (ids: ReadonlySet<string>): Selected => ({ ids, span: null, note: null })

/** One row more, or one less. Ranges go from it. */
export const toggled = ({ ids }: Selected, id: string): Selected => {
  const base = new Set(ids)
  const isOn = !base.delete(id)
  if (isOn) base.add(id)
  return { ids: base, span: { anchor: id, lead: id, isOn, base }, note: null }
}

/** An empty selection. It knows ids only, so a refresh that brings the same rows keeps it. */
export const createSelection = (): Selection => createStore(selectedOf(new Set()))

/** Whether there is neither a selected row nor a word about one. */
export const isAtRest = ({ ids, note }: Selected): boolean => ids.size === 0 && note === null
