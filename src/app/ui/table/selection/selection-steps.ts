import { type Selected, selectedOf, toggled } from './selection.ts'

/** The rows of a table in the order in which they are shown. */
export type ShownIds = {
  readonly ids: readonly string[]
  /** Those that cannot be selected; a range passes over them. */
  readonly locked: ReadonlySet<string>
}

/**
 * The range from the row that was toggled last to this one, in the order that is shown: each row in it becomes what
 * that row became. It takes the place of an earlier range from there. Where that row is not shown any more, `to` is
 * toggled by itself.
 */
export const rangedTo = (before: Selected, { ids, locked }: ShownIds, to: string): Selected => {
  const { span } = before
  const start = span === null ? -1 : ids.indexOf(span.anchor)
  const end = ids.indexOf(to)
  if (span === null || start === -1 || end === -1) return locked.has(to) ? before : toggled(before, to)
  const next = new Set(span.base)
  for (const id of ids.slice(Math.min(start, end), Math.max(start, end) + 1)) {
    if (locked.has(id)) continue
    if (span.isOn) next.add(id)
    else next.delete(id)
  }
  return { ids: next, span: { ...span, lead: to }, note: null }
}

/**
 * The range one row further, by keys. It goes on from a range that ends at `from`; from any other row a new one begins
 * there and selects.
 */
export const extendedTo = (
  before: Selected,
  shown: ShownIds,
  [from, to]: readonly [string, string],
): Selected => {
  const { span } = before
  if (span !== null && (span.lead === from || span.anchor === from)) return rangedTo(before, shown, to)
  const base = new Set(before.ids)
  if (!shown.locked.has(from)) base.add(from)
  return rangedTo({ ...before, span: { anchor: from, lead: from, isOn: true, base } }, shown, to)
}

/** Nothing is selected any more, with the way back. */
export const cleared = ({ ids }: Selected): Selected => ({
  ...selectedOf(new Set()),
  note: { kind: 'cleared', ids },
})

const lacking = (ids: ReadonlySet<string>, gone: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...ids].filter((id) => !gone.has(id)))

/** Without rows for which nothing is left to do. */
export const without = ({ ids, span, note }: Selected, gone: ReadonlySet<string>): Selected => ({
  ids: lacking(ids, gone),
  span: span && !gone.has(span.anchor) ? { ...span, base: lacking(span.base, gone) } : null,
  note,
})

/** Without rows that are no longer in the list, and with a word about it. */
export const withoutVanished = (before: Selected, gone: ReadonlySet<string>): Selected => ({
  ...without(before, gone),
  note: { kind: 'vanished', count: gone.size },
})
