import { useEffect, useRef } from 'react'
import { CELL_PX } from './cell-px.ts'
import { glyphStrips, putCells } from './glyph-strips.ts'
import { onAppearanceChange } from './on-appearance-change.ts'
import { paintColours } from './paint-colours.ts'

/**
 * One cell of the matrix, for the legend.
 *
 * @param code of its state.
 */
export const CellPicture = ({ code }: { code: number }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const paint = () => {
      const pen = canvas.current?.getContext('2d')
      if (!canvas.current || !pen) return
      const size = Math.round(CELL_PX * (globalThis.devicePixelRatio || 1))
      canvas.current.width = size
      canvas.current.height = size
      const xOf = (column: number) => column * size
      putCells(pen, glyphStrips(size, paintColours()), Uint8Array.of(code), { from: 0, to: 1, xOf, y: 0 })
    }
    paint()
    return onAppearanceChange(paint)
  }, [code])
  return <canvas ref={canvas} aria-hidden style={{ width: CELL_PX, height: CELL_PX, display: 'block' }} />
}
