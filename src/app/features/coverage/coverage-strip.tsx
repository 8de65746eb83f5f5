import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { CELL_PX } from './cell-px.ts'
import { glyphPixels } from './glyph-pixels.ts'

/** One piece of memory for all pictures of a size: they are drawn one after the other. */
const createPaper = () => {
  let paper: { readonly image: ImageData; readonly pixels: Uint32Array } | null = null
  return (width: number, height: number) => {
    if (paper?.image.width !== width || paper.image.height !== height) {
      const image = new ImageData(width, height)
      paper = { image, pixels: new Uint32Array(image.data.buffer) }
    }
    paper.pixels.fill(0)
    return paper
  }
}
const paperOf = createPaper()

/** Copies one glyph to a place among `pixels`, line by line. */
const putGlyph = (
  pixels: Uint32Array,
  { at, width }: { readonly at: number; readonly width: number },
  glyph: Uint32Array,
  side: number,
): void => {
  for (let from = 0, to = at; from < glyph.length; from += side, to += width) {
    for (let x = 0; x < side; x += 1) pixels[to + x] = glyph[from + x] ?? 0
  }
}

/** Puts cells side by side, row below row, out of the pixels of each glyph. */
const drawCells = (element: HTMLCanvasElement, rows: readonly Uint8Array[], scheme: string): void => {
  const size = Math.round(CELL_PX * (globalThis.devicePixelRatio || 1))
  const width = (rows[0]?.length ?? 0) * size
  const height = rows.length * size
  // Pixels are copied and never drawn: a canvas on the graphics card would only have to be sent all of them.
  const pen = element.getContext('2d', { willReadFrequently: true })
  if (pen === null || width === 0) return
  if (element.width !== width || element.height !== height) {
    element.width = width
    element.height = height
  }
  const { inset, side, pixels: glyphs } = glyphPixels(scheme, size)
  const { image, pixels } = paperOf(width, height)
  for (const [row, codes] of rows.entries()) {
    const line = (row * size + inset) * width + inset
    for (let column = 0; column < codes.length; column += 1) {
      const glyph = glyphs[codes[column] ?? 0]
      if (glyph) putGlyph(pixels, { at: line + column * size, width }, glyph, side)
    }
  }
  pen.putImageData(image, 0, 0)
}

/**
 * The cells of a few rows as one picture: an element for each of 200,000 cells would be too many.
 *
 * @param rows the codes of their states; the same array for the same picture, or it is drawn anew.
 */
export const CoverageStrip = ({ rows }: { rows: readonly Uint8Array[] }) => {
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useComputedColorScheme('light')
  useEffect(() => {
    if (canvas.current) drawCells(canvas.current, rows, scheme)
  }, [rows, scheme])
  const width = (rows[0]?.length ?? 0) * CELL_PX
  return (
    <canvas ref={canvas} aria-hidden style={{ width, height: rows.length * CELL_PX, display: 'block' }} />
  )
}
