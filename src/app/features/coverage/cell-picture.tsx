import { useEffect, useRef } from 'react'
import { CELL_PX } from './cell-px.ts'
import { putCells } from './glyph-strips.ts'

/**
 * One cell of the matrix, for the legend.
 *
 * @param code of its state.
 * @param scheme light or dark.
 */
export const CellPicture = ({ code, scheme }: { code: number; scheme: string }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const pen = canvas.current?.getContext('2d')
    if (!canvas.current || !pen) return
    const size = Math.round(CELL_PX * (globalThis.devicePixelRatio || 1))
    canvas.current.width = size
    canvas.current.height = size
    putCells(pen, Uint8Array.of(code), { from: 0, to: 1, x: 0, y: 0, size, scheme })
  }, [code, scheme])
  return <canvas ref={canvas} aria-hidden style={{ width: CELL_PX, height: CELL_PX, display: 'block' }} />
}
