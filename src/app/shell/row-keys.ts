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

/**
 * Moves the focus to the next or the previous row of the page's table; without one, to the first row in view. Rows stand
 * in the document by their place (`data-index`), and a long table draws those around the view, so the neighbour is there.
 */
export const moveInRows = (step: 1 | -1): void => {
  const current = document.activeElement?.closest<HTMLElement>('main tr[data-index]')
  const table = current?.closest('table') ?? document.querySelector('main table')
  if (current === null || current === undefined) {
    const rows = [...(table?.querySelectorAll<HTMLElement>('tr[data-index]') ?? [])]
    const first = rows.find(isInView) ?? rows[0]
    if (first) focusRow(first)
    return
  }
  const next = Number(current.dataset['index']) + step
  const row = table?.querySelector<HTMLElement>(`tr[data-index="${String(next)}"]`)
  if (row) focusRow(row)
}
