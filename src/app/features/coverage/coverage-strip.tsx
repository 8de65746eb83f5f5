import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { CellState } from './cell-state.ts'
import { drawGlyph, glyphColours } from './cell-glyph.ts'

/** Width of one mirror's column and height of a row, in CSS px. */
export const CELL_PX = 24

const GLYPH_PX = 12
const INSET_PX = (CELL_PX - GLYPH_PX) / 2

/** The cells of one row as one picture: an element for each of 200,000 cells would be too many. */
export const CoverageStrip = ({ cells }: { cells: readonly CellState[] }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useComputedColorScheme('light')
  const code = cells.join(' ')
  useEffect(() => {
    const element = canvas.current
    const pen = element?.getContext('2d')
    if (!element || !pen) return
    const ratio = globalThis.devicePixelRatio || 1
    element.width = cells.length * CELL_PX * ratio
    element.height = CELL_PX * ratio
    pen.scale(ratio, ratio)
    const colours = glyphColours()
    for (const [index, state] of cells.entries()) {
      drawGlyph(pen, state, { x: index * CELL_PX + INSET_PX, y: INSET_PX, size: GLYPH_PX }, colours)
    }
    // The states stand for the array that holds them, which is a new one at every drawing.
    // oxlint-disable-next-line react/exhaustive-deps -- As said.
  }, [code, scheme])
  return (
    <canvas
      ref={canvas}
      aria-hidden
      style={{ width: cells.length * CELL_PX, height: CELL_PX, display: 'block' }}
    />
  )
}
