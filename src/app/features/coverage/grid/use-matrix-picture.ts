import { type MouseEvent, type RefObject, useLayoutEffect, useRef } from 'react'
import { CELL_PX } from './cell-px.ts'
import { onAppearanceChange } from './on-appearance-change.ts'
import { type MatrixPicture, type MatrixView, paintMatrix } from './paint-matrix.ts'

/** The visible part of the matrix; also sizes the canvas, which covers just that. */
const viewIn = (box: HTMLElement, canvas: HTMLCanvasElement): MatrixView => {
  const [head, name, verdict] = ['[role="row"]', '[aria-colindex="1"]', '[aria-colindex="2"]'].map((part) =>
    box.querySelector<HTMLElement>(part),
  )
  const rows = canvas.parentElement
  const top = head?.offsetHeight ?? 0
  const view = {
    top: box.scrollTop,
    left: box.scrollLeft,
    width: Math.min(box.clientWidth, rows?.offsetWidth ?? 0),
    height: Math.min(box.clientHeight - top, rows?.offsetHeight ?? 0),
    name: name?.offsetWidth ?? 0,
    lead: (name?.offsetWidth ?? 0) + (verdict?.offsetWidth ?? 0),
  }
  Object.assign(canvas.style, {
    top: `${String(top)}px`,
    width: `${String(view.width)}px`,
    height: `${String(view.height)}px`,
  })
  return view
}

/**
 * Keeps a canvas showing the visible part of the matrix, painted again in every frame of a scroll: elements for a screen
 * of other rows take several frames of a slow processor. The row elements above it are for screen readers and pointers.
 *
 * @param picture must be stable, or it is painted again.
 * @param onPick called on a click on a cell with its row and column from 0, the names being column 0.
 */
export const useMatrixPicture = (
  scroller: RefObject<HTMLElement | null>,
  picture: MatrixPicture,
  onPick: (row: number, column: number) => void,
) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const view = useRef<MatrixView>(null)
  const shown = useRef(picture)
  useLayoutEffect(() => {
    shown.current = picture
    const [box, element] = [scroller.current, canvas.current]
    if (box === null || element === null) return
    view.current = viewIn(box, element)
    paintMatrix(element, view.current, picture)
  }, [scroller, picture])
  useLayoutEffect(() => {
    const [box, element] = [scroller.current, canvas.current]
    if (box === null || element === null) return undefined
    const measure = () => {
      view.current = viewIn(box, element)
      paintMatrix(element, view.current, shown.current)
    }
    const follow = () => {
      if (view.current === null) return
      view.current = { ...view.current, top: box.scrollTop, left: box.scrollLeft }
      paintMatrix(element, view.current, shown.current)
    }
    const observer = 'ResizeObserver' in globalThis ? new ResizeObserver(measure) : null
    observer?.observe(box)
    box.addEventListener('scroll', follow, { passive: true })
    const stop = onAppearanceChange(measure)
    return () => {
      observer?.disconnect()
      box.removeEventListener('scroll', follow)
      stop()
    }
  }, [scroller])
  const onClick = ({ nativeEvent: { offsetX, offsetY } }: MouseEvent) => {
    if (view.current === null) return
    const { top, left, lead } = view.current
    const column = 1 + Math.floor((left + offsetX - lead) / CELL_PX)
    onPick(Math.floor((top + offsetY) / CELL_PX), offsetX < lead ? 0 : column)
  }
  return { ref: canvas, onClick }
}
