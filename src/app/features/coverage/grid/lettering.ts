import { CELL_PX } from './cell-px.ts'

/** How words are painted so that they look like the elements that replace them once scrolling is idle. */
export type Lettering = {
  /** As a canvas takes it. */
  readonly font: string
  /** From the upper edge of a row down to the baseline of its text; CSS px. */
  readonly baseline: number
}

const baselines = new Map<string, number>()

const baselineOf = (pen: CanvasRenderingContext2D, font: string): number => {
  const known = baselines.get(font)
  if (known !== undefined) return known
  pen.font = font
  const { fontBoundingBoxAscent, fontBoundingBoxDescent } = pen.measureText('')
  const baseline = Math.round((CELL_PX + fontBoundingBoxAscent - fontBoundingBoxDescent) / 2)
  baselines.set(font, baseline)
  return baseline
}

/**
 * Reads the letters from the document.
 *
 * @param pen of the canvas that the elements replace; its font may be changed.
 */
export const letteringOf = (pen: CanvasRenderingContext2D): Lettering => {
  const { fontSize, fontFamily } = getComputedStyle(pen.canvas)
  const font = `${fontSize} ${fontFamily}`
  return { font, baseline: baselineOf(pen, font) }
}
