import { CELL_PX } from './cell-px.ts'
import type { Place } from './coverage-grid-keys.ts'

/** The head and the names stay where they are; what lies under them is not seen. */
const headOf = (box: HTMLElement): number => box.querySelector<HTMLElement>('[role="row"]')?.offsetHeight ?? 0

/** Width of the names and verdicts, which stay where they are; px. */
const leadOf = (box: HTMLElement): number =>
  [...box.querySelectorAll<HTMLElement>('[role="columnheader"]')]
    .slice(0, 2)
    .reduce((width, { offsetWidth }) => width + offsetWidth, 0)

/** The scroll position at which the stretch from `start` is inside the view, moved no more than needed. */
const within = (start: number, position: number, size: number): number =>
  start < position ? start : Math.max(position, start + CELL_PX - size)

/** Scrolls the grid as little as needed to show a cell. */
export const scrollToCell = (box: HTMLElement, { row, column }: Place): void => {
  box.scrollTop = within(row * CELL_PX, box.scrollTop, box.clientHeight - headOf(box))
  if (column > 0) {
    box.scrollLeft = within((column - 1) * CELL_PX, box.scrollLeft, box.clientWidth - leadOf(box))
  }
}
