import { drawGlyph, glyphColours } from './cell-glyph.ts'
import { CELL_PX } from './cell-px.ts'
import { CELL_STATES } from './cell-state.ts'

/** The part of a cell that its glyph takes, from one edge and in all, as shares of the cell's side. */
const INSET = 0.25
const SHARE = 0.5

/** Glyphs by their codes: squares of pixels, and where they stand in a cell; device pixels. */
export type Glyphs = {
  readonly inset: number
  readonly side: number
  readonly pixels: readonly Uint32Array[]
}

const drawn = new Map<string, Glyphs>()

/**
 * The pixels of each state's glyph, drawn once for each colour scheme and density of the screen: copying them is a tenth
 * of the work of drawing the shape.
 *
 * @param size device pixels of a cell's side.
 */
export const glyphPixels = (scheme: string, size: number): Glyphs => {
  const key = `${scheme} ${String(size)}`
  const known = drawn.get(key)
  if (known) return known
  const side = Math.round(size * SHARE)
  const canvas = document.createElement('canvas')
  canvas.width = side
  canvas.height = side
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  const scale = size / CELL_PX
  pen?.scale(scale, scale)
  const colours = glyphColours()
  const pixels = CELL_STATES.flatMap((state) => {
    if (pen === null) return []
    pen.clearRect(0, 0, CELL_PX, CELL_PX)
    drawGlyph(pen, state, { x: 0, y: 0, size: side / scale }, colours)
    return new Uint32Array(pen.getImageData(0, 0, side, side).data.buffer)
  })
  const glyphs = { inset: Math.round(size * INSET), side, pixels }
  drawn.set(key, glyphs)
  return glyphs
}
