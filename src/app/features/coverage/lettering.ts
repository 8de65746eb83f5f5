import { CELL_PX } from './cell-px.ts'

/** How words are painted so that they look like the elements that stand there at rest. */
export type Lettering = {
  /** As a canvas takes it. */
  readonly font: string
  /** From the upper edge of a row down to the line that letters stand on; CSS px. */
  readonly baseline: number
  readonly text: string
  readonly link: string
  readonly background: string
}

const known = new Map<string, Lettering>()

/**
 * Reads letters and colours from the document, once for each colour scheme.
 *
 * @param pen of the canvas in whose place the elements stand; its font is changed.
 * @param scheme light or dark.
 */
export const letteringOf = (pen: CanvasRenderingContext2D, scheme: string): Lettering => {
  const before = known.get(scheme)
  if (before) return before
  const { fontSize, fontFamily, color } = getComputedStyle(pen.canvas)
  const root = getComputedStyle(document.documentElement)
  const font = `${fontSize} ${fontFamily}`
  pen.font = font
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText('')
  const lettering: Lettering = {
    font,
    baseline: Math.round((CELL_PX + fontBoundingBoxAscent - fontBoundingBoxDescent) / 2),
    text: color,
    link: root.getPropertyValue('--mantine-color-anchor').trim(),
    background: root.getPropertyValue('--mantine-color-body').trim(),
  }
  known.set(scheme, lettering)
  return lettering
}
