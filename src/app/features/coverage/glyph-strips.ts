import { drawGlyph, glyphColours } from './cell-glyph.ts'
import { CELL_PX } from './cell-px.ts'
import { CELL_STATES } from './cell-state.ts'

/** The part of a cell that its glyph takes, from one edge and in all, as shares of the cell's side. */
const INSET = 0.25
const SHARE = 0.5

/** Cells of one state side by side. Neighbours are mostly alike, so that most of a row is few copies of a strip. */
const STRIP_CELLS = 16

const drawn = new Map<string, HTMLCanvasElement>()

/**
 * A picture with a strip of {@link STRIP_CELLS} alike cells for each state, one below the other in the order of
 * `CELL_STATES`. It is drawn once for each colour scheme and density of the screen.
 *
 * @param size device pixels of a cell's side.
 */
const glyphStrips = (scheme: string, size: number): HTMLCanvasElement => {
  const key = `${scheme} ${String(size)}`
  const known = drawn.get(key)
  if (known) return known
  const canvas = document.createElement('canvas')
  canvas.width = STRIP_CELLS * size
  canvas.height = CELL_STATES.length * size
  const pen = canvas.getContext('2d')
  const colours = glyphColours()
  const scale = size / CELL_PX
  const inset = Math.round(size * INSET)
  const side = Math.round(size * SHARE) / scale
  for (const [row, state] of CELL_STATES.entries()) {
    for (let column = 0; column < STRIP_CELLS; column += 1) {
      pen?.setTransform(scale, 0, 0, scale, column * size + inset, row * size + inset)
      if (pen) drawGlyph(pen, state, { x: 0, y: 0, size: side }, colours)
    }
  }
  drawn.set(key, canvas)
  return canvas
}

/**
 * Puts cells side by side: what is alike side by side is one copy of a part of its strip.
 *
 * @param codes of a whole row; those from `from` to before `to` are put.
 * @param place of the first of them, and a cell's side, all in device pixels; `scheme` is light or dark.
 */
export const putCells = (
  pen: CanvasRenderingContext2D,
  codes: Uint8Array,
  place: {
    readonly from: number
    readonly to: number
    readonly x: number
    readonly y: number
    readonly size: number
    readonly scheme: string
  },
): void => {
  const { to, x, y, size } = place
  const strips = glyphStrips(place.scheme, size)
  let { from } = place
  for (let column = from + 1; column <= to; column += 1) {
    if (column < to && codes[column] === codes[from] && column - from < STRIP_CELLS) continue
    const width = (column - from) * size
    pen.drawImage(
      strips,
      0,
      (codes[from] ?? 0) * size,
      width,
      size,
      x + (from - place.from) * size,
      y,
      width,
      size,
    )
    from = column
  }
}
