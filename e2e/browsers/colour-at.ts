/**
 * Runs in the page: the colour of one pixel of a picture of it, as CSS writes it. The page has what no library here
 * has: a decoder.
 *
 * @param picture a PNG, in Base64.
 */
export const colourAt = async ({
  picture,
  x,
  y,
}: {
  readonly picture: string
  readonly x: number
  readonly y: number
}): Promise<string> => {
  const bytes = Uint8Array.from(atob(picture), (letter) => letter.codePointAt(0) ?? 0)
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const context = new OffscreenCanvas(1, 1).getContext('2d')
  context?.drawImage(image, -Math.round(x), -Math.round(y))
  const [red, green, blue] = context?.getImageData(0, 0, 1, 1).data ?? []
  return `rgb(${String(red)}, ${String(green)}, ${String(blue)})`
}
