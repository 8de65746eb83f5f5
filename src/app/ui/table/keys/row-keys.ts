/** What in a row takes the focus: the link that opens it, else its first control, else the row itself; its box after the box of another row. */
const focusRow = (row: HTMLElement, isByBox: boolean): void => {
  const target =
    (isByBox ? row.querySelector<HTMLElement>('[type="checkbox"]') : null) ??
    row.querySelector<HTMLElement>('[role="rowheader"] :is(a[href], button:enabled)') ??
    row.querySelector<HTMLElement>('a[href], button:enabled') ??
    row
  if (target === row) row.tabIndex = -1
  row.scrollIntoView?.({ block: 'nearest' })
  target.focus({ preventScroll: true })
}

const isInView = (row: Element): boolean => {
  const { top, bottom } = row.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

const rowAt = (table: Element, index: number): HTMLElement | null =>
  table.querySelector<HTMLElement>(`tr[data-index="${String(index)}"]`)

/** Frames that a row may take to be drawn: two seconds. */
const PATIENCE_FRAMES = 120

/** The row that the keys have led to while it is still to be drawn. */
let wanted: { readonly table: Element; readonly index: number; readonly isByBox: boolean } | null = null

const focusWantedOnceDrawn = (frames: number): void => {
  if (wanted === null) return
  const row = rowAt(wanted.table, wanted.index)
  if (row === null && frames > 0) {
    requestAnimationFrame(() => focusWantedOnceDrawn(frames - 1))
    return
  }
  const { isByBox } = wanted
  wanted = null
  if (row !== null) focusRow(row, isByBox)
}

const currentRow = (): HTMLElement | null =>
  document.activeElement?.closest<HTMLElement>('main tr[data-index]') ?? null

/** The place of the row that has the focus, or gets it once it is drawn; `null` where none has. */
export const focusedPlace = (): number | null => {
  const place = wanted?.index ?? currentRow()?.dataset['index']
  return place === undefined ? null : Number(place)
}

/** A move of the focus between two rows, by their places. */
type RowMove = { readonly from: number; readonly to: number }

/**
 * Moves the focus to the next or the previous row of the page's table; without one, to the first row in view. Rows stand
 * in the document by their place (`data-index`). A long table draws those around the view, and later than keys come when
 * they come fast: the page scrolls on, and the focus follows as soon as the row is there.
 *
 * @returns from which row to which; `null` where no row had the focus, and at either end.
 */
export const moveInRows = (step: 1 | -1): RowMove | null => {
  const current = currentRow()
  const table = current?.closest('table') ?? document.querySelector('main table')
  if (table === null) return null
  // The row that had the focus may be gone by now: the way goes on from where the keys had led.
  const underWay = wanted?.table === table ? wanted : null
  if (current === null && underWay === null) {
    const rows = [...table.querySelectorAll<HTMLElement>('tr[data-index]')]
    const first = rows.find(isInView) ?? rows[0]
    if (first) focusRow(first, false)
    return null
  }
  const from = underWay?.index ?? Number(current?.dataset['index'])
  const index = from + step
  // The head counts as a row.
  if (index < 0 || index > Number(table.getAttribute('aria-rowcount')) - 2) return null
  const isByBox = underWay?.isByBox ?? document.activeElement?.matches('[type="checkbox"]') === true
  const row = rowAt(table, index)
  if (row !== null) {
    wanted = null
    focusRow(row, isByBox)
    return { from, to: index }
  }
  wanted = { table, index, isByBox }
  scrollBy(0, step * (current?.offsetHeight ?? 0))
  if (underWay === null) focusWantedOnceDrawn(PATIENCE_FRAMES)
  return { from, to: index }
}
