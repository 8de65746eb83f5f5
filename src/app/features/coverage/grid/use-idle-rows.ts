import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { CELL_PX } from './cell-px.ts'

/** Rows in the document beyond each edge of what is seen. */
const SPARE = 8

/** How long scrolling rests before the rows stand in the document as on the screen, in ms. */
const REST_MS = 150

/** Rows by their place: from `first` to before `end`. */
type Stretch = { readonly first: number; readonly end: number }

const stretchIn = ({ scrollTop, clientHeight }: HTMLElement): Stretch => ({
  first: Math.max(0, Math.floor(scrollTop / CELL_PX) - SPARE),
  end: Math.ceil((scrollTop + clientHeight) / CELL_PX) + SPARE,
})

/**
 * Which rows of a scrolling box are elements: those that are seen, once scrolling rests. Meanwhile the picture beneath
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
    let rest: ReturnType<typeof setTimeout> | undefined
    const onScroll = () => {
      clearTimeout(rest)
      const { top, left } = settledAt.current
      // Back where the elements stand, or led there by the keyboard: they are right as they are.
      const isSettled = box.scrollTop === top && box.scrollLeft === left
      setScrolling(!isSettled)
      if (!isSettled) rest = setTimeout(() => settle(box), REST_MS)
    }
    // Begins with a look at the size it finds.
    const observer = 'ResizeObserver' in globalThis ? new ResizeObserver(() => settle(box)) : null
    observer?.observe(box)
    box.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      clearTimeout(rest)
      observer?.disconnect()
      box.removeEventListener('scroll', onScroll)
    }
  }, [scroller, settle])
  return { ...stretch, isScrolling, settle }
}
