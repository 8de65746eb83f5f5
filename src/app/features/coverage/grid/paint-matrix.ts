import { CELL_PX } from './cell-px.ts'
import { glyphStrips, putCells } from './glyph-strips.ts'
import { letteringOf } from './lettering.ts'
import type { MatrixRow } from './matrix-row.ts'
import { type PaintColours, paintColours } from './paint-colours.ts'

/** The visible part of the matrix, and how wide its parts are; CSS px. */
export type MatrixView = {
  readonly top: number
  readonly left: number
  readonly width: number
  readonly height: number
  /** Width of the names, and of names and verdicts together. */
  readonly name: number
  readonly lead: number
}

/** What is painted: the rows that are shown, how many cells each of them has, and which projects are open. */
export type MatrixPicture = {
  readonly rowAt: (place: number) => MatrixRow | undefined
  readonly columns: number
  readonly open: ReadonlySet<string>
}

/** Where names begin, after the mark that opens a project: those of repositories are aligned with the project's. */
const INDENT_PX = 32
const PADDING_PX = 8

/** A row, and where its upper edge is in the picture; CSS px. */
type Line = { readonly drawn: MatrixRow; readonly y: number }

const linesIn = ({ top, height }: MatrixView, { rowAt }: MatrixPicture): readonly Line[] => {
  const first = Math.floor(top / CELL_PX)
  const count = Math.ceil((top + height) / CELL_PX) - first
  return Array.from({ length: count }, (_, at) => first + at).flatMap((place) => {
    const drawn = rowAt(place)
    return drawn ? [{ drawn, y: place * CELL_PX - top }] : []
  })
}

/** Cells are copied pixel by pixel, or their edges would blur. */
const paintCells = (
  pen: CanvasRenderingContext2D,
  lines: readonly Line[],
  { left, width, lead }: MatrixView,
  { columns }: MatrixPicture,
  colours: PaintColours,
  scale: number,
): void => {
  const from = Math.floor(left / CELL_PX)
  const to = Math.min(columns, Math.ceil((left + width - lead) / CELL_PX))
  const xOf = (column: number) => Math.round((lead + column * CELL_PX - left) * scale)
  const strips = glyphStrips(Math.round(CELL_PX * scale), colours)
  // Cells cover the ground themselves, but for what is beside them and the gaps that a fraction of a pixel leaves.
  const isCovered = Number.isInteger(CELL_PX * scale)
  pen.fillStyle = colours.background
  pen.fillRect(isCovered ? xOf(to) : 0, 0, pen.canvas.width, pen.canvas.height)
  for (const { drawn, y } of lines) {
    putCells(pen, strips, drawn.codes, { from, to, xOf, y: Math.round(y * scale) })
  }
}

/** Names and verdicts, where elements take their place once scrolling is idle. */
const paintHeads = (
  pen: CanvasRenderingContext2D,
  lines: readonly Line[],
  { name, lead, height }: MatrixView,
  { open }: MatrixPicture,
  colours: PaintColours,
): void => {
  const { font, baseline } = letteringOf(pen)
  pen.font = font
  const blank = (from: number, to: number) => {
    pen.fillStyle = colours.background
    pen.fillRect(from, 0, to - from, height)
  }
  pen.beginPath()
  pen.rect(0, 0, lead, height)
  pen.clip()
  blank(0, lead)
  for (const { drawn, y } of lines) {
    const { row, label } = drawn
    const { id } = row.kind === 'project' ? row.project : row.repository
    pen.fillStyle = id === '' ? colours.text : colours.link
    pen.fillText(label, INDENT_PX, y + baseline)
  }
  // Names that are too long for their column end here.
  blank(name - PADDING_PX, lead)
  pen.fillStyle = colours.text
  for (const { drawn, y } of lines) {
    const { row, verdict } = drawn
    pen.fillText(verdict, name + PADDING_PX, y + baseline)
    if (row.kind === 'project') {
      pen.fillText(open.has(row.project.id) ? '▾' : '▸', PADDING_PX, y + baseline)
    }
  }
}

/** Paints the whole visible part of the matrix: nothing is kept from the previous picture. */
export const paintMatrix = (canvas: HTMLCanvasElement, view: MatrixView, picture: MatrixPicture): void => {
  // Without a transparent ground letters are as sharp as those of elements.
  const pen = canvas.getContext('2d', { alpha: false })
  if (pen === null) return
  const scale = globalThis.devicePixelRatio || 1
  const width = Math.round(view.width * scale)
  const height = Math.round(view.height * scale)
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
  }
  const colours = paintColours()
  const lines = linesIn(view, picture)
  pen.resetTransform()
  paintCells(pen, lines, view, picture, colours, scale)
  pen.save()
  pen.scale(scale, scale)
  paintHeads(pen, lines, view, picture, colours)
  pen.restore()
}
