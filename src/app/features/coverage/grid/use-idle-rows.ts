import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { CELL_PX } from './cell-px.ts'

/** Rows in the document beyond each edge of the view. */
const SPARE = 8

/** How long scrolling must be idle before the rows become elements, in ms. */
const IDLE_MS = 150

/** Rows by their place: from `first` to before `end`. */
type Stretch = { readonly first: number; readonly end: number }

const stretchIn = ({ scrollTop, clientHeight }: HTMLElement): Stretch => ({
  first: Math.max(0, Math.floor(scrollTop / CELL_PX) - SPARE),
  end: Math.ceil((scrollTop + clientHeight) / CELL_PX) + SPARE,
})

/**
 * Which rows of a scrolling box are elements: those in view, once scrolling is idle. Meanwhile the picture beneath
 * shows every row, and the elements are hidden, since the browser moves them a frame before a picture can follow.
 *
 * @returns the rows, and what to call after a step of the keyboard: its rows are drawn at once.
 */
export const useIdleRows = (scroller: RefObject<HTMLElement | null>) => {
  const [stretch, setStretch] = useState<Stretch>({ first: 0, end: 2 * SPARE })
  const [isScrolling, setScrolling] = useState(false)
  const settledAt = useRef({ top: 0, left: 0 })
  const settle = useCallback((box: HTMLElement) => {
    settledAt.current = { top: box.scrollTop, left: box.scrollLeft }
    const next = stretchIn(box)
    setStretch((before) => (before.first === next.first && before.end === next.end ? before : next))
    setScrolling(false)
  }, [])
  useLayoutEffect(() => {
    const box = scroller.current
    if (box === null) return undefined
    let idle: ReturnType<typeof setTimeout> | undefined
    const onScroll = () => {
      clearTimeout(idle)
      const { top, left } = settledAt.current
      // Back where the elements are, or moved there by the keyboard: they are right as they are.
      const isSettled = box.scrollTop === top && box.scrollLeft === left
      setScrolling(!isSettled)
      if (!isSettled) idle = setTimeout(() => settle(box), IDLE_MS)
    }
    // Its first call comes at once, with the size at the start.
    const observer = 'ResizeObserver' in globalThis ? new ResizeObserver(() => settle(box)) : null
    observer?.observe(box)
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(idle)
      observer?.disconnect()
      box.removeEventListener('scroll', onScroll)
    }
  }, [scroller, settle])
  return { ...stretch, isScrolling, settle }
}
