import { useEffect, useRef } from 'react'
import { CELL_PX } from './cell-px.ts'
import { glyphStrips, STRIP_CELLS } from './glyph-strips.ts'

/** Puts cells side by side, row below row: what is alike side by side is one copy of a part of its strip. */
const drawCells = (element: HTMLCanvasElement, rows: readonly Uint8Array[], scheme: string): void => {
  const size = Math.round(CELL_PX * (globalThis.devicePixelRatio || 1))
  const width = (rows[0]?.length ?? 0) * size
  const height = rows.length * size
  const pen = element.getContext('2d')
  if (pen === null || width === 0) return
  if (element.width === width && element.height === height) pen.clearRect(0, 0, width, height)
  else {
    element.width = width
    element.height = height
  }
  const strips = glyphStrips(scheme, size)
  for (const [row, codes] of rows.entries()) {
    const put = (code: number, from: number, to: number) => {
      const [x, y, length] = [from * size, row * size, (to - from) * size]
      pen.drawImage(strips, 0, code * size, length, size, x, y, length, size)
    }
    let from = 0
    for (let column = 1; column <= codes.length; column += 1) {
      const code = codes[from] ?? 0
      if (codes[column] === code && column - from < STRIP_CELLS) continue
      put(code, from, column)
      from = column
    }
  }
}

/**
 * The cells of a few rows as one picture: an element for each of 200,000 cells would be too many.
 *
 * @param scheme light or dark.
 * @param rows the codes of their states; the same array for the same picture, or it is drawn anew.
 */
export const CoverageStrip = ({ rows, scheme }: { rows: readonly Uint8Array[]; scheme: string }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current) drawCells(canvas.current, rows, scheme)
  }, [rows, scheme])
  const width = (rows[0]?.length ?? 0) * CELL_PX
  return (
    <canvas ref={canvas} aria-hidden style={{ width, height: rows.length * CELL_PX, display: 'block' }} />
  )
}
