import { drawGlyph } from './cell-glyph.ts'
import { CELL_PX } from './cell-px.ts'
import { CELL_STATES } from '#app/domain/coverage/cell-state.ts'
import type { PaintColours } from './paint-colours.ts'

/** The part of a cell that its glyph takes, from one edge and in all, as shares of the cell's side. */
const INSET = 0.25
const SHARE = 0.5

/** Cells of one state side by side. Neighbours are mostly alike, so that most of a row is few copies of a strip. */
const STRIP_CELLS = 16

const drawn = new Map<string, HTMLCanvasElement>()

/**
 * A picture with a strip of {@link STRIP_CELLS} alike cells for each state, one below the other in the order of
 * `CELL_STATES`. It is drawn once for each set of colours and density of the screen.
 *
 * @param size device pixels of a cell's side.
 */
export const glyphStrips = (size: number, colours: PaintColours): HTMLCanvasElement => {
  const key = [size, ...Object.values(colours)].join(' ')
  const known = drawn.get(key)
  if (known) return known
  const canvas = document.createElement('canvas')
  canvas.width = STRIP_CELLS * size
  canvas.height = CELL_STATES.length * size
  // On a ground of their own, strips are copied without reading what lies beneath.
  const pen = canvas.getContext('2d', { alpha: false })
  if (pen) {
    pen.fillStyle = colours.background
    pen.fillRect(0, 0, canvas.width, canvas.height)
  }
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
 * @param strips from {@link glyphStrips}.
 * @param codes of a whole row; those from `from` to before `to` are put.
 * @param place `xOf` returns where a column begins, `y` is where the row does, both in whole device pixels.
 */
export const putCells = (
  pen: CanvasRenderingContext2D,
  strips: HTMLCanvasElement,
  codes: Uint8Array,
  place: {
    readonly from: number
    readonly to: number
    readonly xOf: (column: number) => number
    readonly y: number
  },
): void => {
  const { to, xOf, y } = place
  const size = strips.height / CELL_STATES.length
  let { from } = place
  for (let column = from + 1; column <= to; column += 1) {
    const width = (column - from) * size
    // Where a cell is no whole number of pixels wide, columns are now and then a pixel apart.
    const isDense = xOf(column) - xOf(from) === width
    const isAlike = column < to && codes[column] === codes[from] && column - from < STRIP_CELLS
    if (isAlike && isDense) continue
    pen.drawImage(strips, 0, (codes[from] ?? 0) * size, width, size, xOf(from), y, width, size)
    from = column
  }
}
