import { type RefObject, useLayoutEffect, useState } from 'react'
import { CELL_PX } from './cell-px.ts'
import { TILE_ROWS } from './coverage-tile.tsx'
import { leadOf } from './scroll-to-cell.ts'
import { tilesInOrder } from './tiles-in-order.ts'

const TILE_PX = TILE_ROWS * CELL_PX

/** Tiles drawn beyond each edge, so that they are there before they are seen. */
const SPARE = 1

/** Columns that come and go together. */
const COLUMN_STEP = 8

/** How long scrolling rests before the tiles stand in the document as on the screen, in ms. */
const REST_MS = 150

/** What is drawn: tiles by number, and the columns from `from` to before `to`. */
type Visible = {
  readonly first: number
  readonly count: number
  readonly from: number
  readonly to: number
}

const visibleIn = (box: HTMLElement): Visible => {
  const { scrollTop, scrollLeft, clientHeight, clientWidth } = box
  const from = Math.max(0, Math.floor(scrollLeft / CELL_PX / COLUMN_STEP) * COLUMN_STEP)
  return {
    first: Math.max(0, Math.floor(scrollTop / TILE_PX) - SPARE),
    // A view that begins inside a tile ends inside another one more.
    count: Math.ceil(clientHeight / TILE_PX) + 1 + 2 * SPARE,
    from,
    to: from + Math.ceil((clientWidth - leadOf(box)) / CELL_PX) + COLUMN_STEP,
  }
}

const isSame = (one: Visible, other: Visible): boolean =>
  one.first === other.first && one.count === other.count && one.from === other.from && one.to === other.to

/**
 * What of a grid to draw in a scrolling box: as many tiles at every position, so that each can take the place of one
 * that left.
 *
 * @param total how many tiles there are.
 * @returns the numbers of the tiles in the order of the document, and the columns from `from` to before `to`.
 */
export const useVisibleTiles = (
  scroller: RefObject<HTMLElement | null>,
  total: number,
): { readonly tiles: readonly number[]; readonly from: number; readonly to: number } => {
  const [visible, setVisible] = useState<Visible>({ first: 0, count: 1 + 2 * SPARE, from: 0, to: 0 })
  const [foremost, setForemost] = useState(0)
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return undefined
    let rest: ReturnType<typeof setTimeout> | undefined
    const look = () => {
      const next = visibleIn(box)
      setVisible((before) => (isSame(before, next) ? before : next))
      clearTimeout(rest)
      rest = setTimeout(() => setForemost(next.first), REST_MS)
    }
    look()
    const observer = 'ResizeObserver' in globalThis ? new ResizeObserver(look) : null
    observer?.observe(box)
    box.addEventListener('scroll', look, { passive: true })
    return () => {
      clearTimeout(rest)
      observer?.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [scroller])
  const count = Math.min(visible.count, total)
  const first = Math.min(visible.first, total - count)
  return { tiles: tilesInOrder(first, count, foremost), from: visible.from, to: visible.to }
}
