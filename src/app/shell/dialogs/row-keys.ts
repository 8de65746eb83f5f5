/** What in a row takes the focus: the link that opens it, else its first control, else the row itself. */
const focusRow = (row: HTMLElement): void => {
  const target =
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
let wanted: { readonly table: Element; readonly index: number } | null = null

const focusWantedOnceDrawn = (frames: number): void => {
  if (wanted === null) return
  const row = rowAt(wanted.table, wanted.index)
  if (row === null && frames > 0) {
    requestAnimationFrame(() => focusWantedOnceDrawn(frames - 1))
    return
  }
  wanted = null
  if (row !== null) focusRow(row)
}

/**
 * Moves the focus to the next or the previous row of the page's table; without one, to the first row in view. Rows stand
 * in the document by their place (`data-index`). A long table draws those around the view, and later than keys come when
 * they come fast: the page scrolls on, and the focus follows as soon as the row is there.
 */
export const moveInRows = (step: 1 | -1): void => {
  const current = document.activeElement?.closest<HTMLElement>('main tr[data-index]') ?? null
  const table = current?.closest('table') ?? document.querySelector('main table')
  if (table === null) return
  // The row that had the focus may be gone by now: the way goes on from where the keys had led.
  const underWay = wanted?.table === table ? wanted : null
  if (current === null && underWay === null) {
    const rows = [...table.querySelectorAll<HTMLElement>('tr[data-index]')]
    const first = rows.find(isInView) ?? rows[0]
    if (first) focusRow(first)
    return
  }
  const index = (underWay?.index ?? Number(current?.dataset['index'])) + step
  // The head counts as a row.
  if (index < 0 || index > Number(table.getAttribute('aria-rowcount')) - 2) return
  const row = rowAt(table, index)
  if (row !== null) {
    wanted = null
    focusRow(row)
    return
  }
  wanted = { table, index }
  scrollBy(0, step * (current?.offsetHeight ?? 0))
  if (underWay === null) focusWantedOnceDrawn(PATIENCE_FRAMES)
}
