import type { CellState } from '#app/domain/coverage/cell-state.ts'
import type { PaintColours } from './paint-colours.ts'

type Draw = (pen: CanvasRenderingContext2D, x: number, y: number, size: number) => void

const path =
  (points: readonly (readonly [number, number])[]): Draw =>
  (pen, x, y, size) => {
    pen.beginPath()
    for (const [px, py] of points) pen.lineTo(x + px * size, y + py * size)
    pen.closePath()
  }

const triangle = path([
  [0.5, 0],
  [1, 1],
  [0, 1],
])

/** Each state has a shape of its own, so that no meaning rests on colour alone. */
const shapes: Record<CellState, { readonly colour: keyof PaintColours; readonly draw: Draw }> = {
  served: { colour: 'good', draw: (pen, x, y, size) => pen.fillRect(x, y, size, size) },
  'served-failing': {
    colour: 'attention',
    draw: (pen, x, y, size) => {
      triangle(pen, x, y, size)
      pen.fill()
    },
  },
  initializing: {
    colour: 'unknown',
    draw: (pen, x, y, size) => {
      pen.strokeRect(x + 0.5, y + 0.5, size - 1, size - 1)
      pen.fillRect(x, y + size / 2, size, size / 2)
    },
  },
  failed: {
    colour: 'bad',
    draw: (pen, x, y, size) => {
      pen.lineWidth = 2
      pen.beginPath()
      pen.moveTo(x, y)
      pen.lineTo(x + size, y + size)
      pen.moveTo(x + size, y)
      pen.lineTo(x, y + size)
      pen.stroke()
      pen.lineWidth = 1
    },
  },
  'not-mirrored': {
    colour: 'unknown',
    draw: (pen, x, y, size) => pen.fillRect(x + 1, y + size / 2 - 1, size - 2, 2),
  },
  differs: {
    colour: 'attention',
    draw: (pen, x, y, size) => {
      pen.strokeRect(x + 0.5, y + 0.5, size - 1, size - 1)
      pen.fillRect(x, y, size / 2, size)
    },
  },
  unclear: {
    colour: 'unknown',
    draw: (pen, x, y, size) => {
      triangle(pen, x, y, size)
      pen.stroke()
    },
  },
  'could-not-ask': {
    colour: 'bad',
    draw: (pen, x, y, size) => {
      pen.beginPath()
      pen.setLineDash([2, 2])
      pen.arc(x + size / 2, y + size / 2, size / 2 - 0.5, 0, 7)
      pen.stroke()
      pen.setLineDash([])
    },
  },
  'not-asked': {
    colour: 'unknown',
    draw: (pen, x, y, size) => pen.fillRect(x + size / 2 - 1, y + size / 2 - 1, 2, 2),
  },
}

/** Draws one state into the square at `x`, `y` (CSS px). */
export const drawGlyph = (
  pen: CanvasRenderingContext2D,
  state: CellState,
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
  colours: PaintColours,
): void => {
  const { colour, draw } = shapes[state]
  pen.fillStyle = colours[colour]
  pen.strokeStyle = colours[colour]
  draw(pen, x, y, size)
}
