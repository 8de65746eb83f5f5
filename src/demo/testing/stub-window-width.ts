import { vi } from 'vitest'

/** The width in px that a media query names; a query without one has no such limit. */
const limitIn = (query: string, name: 'min' | 'max'): number | null => {
  const [, px] = new RegExp(`${name}-width: (\\d+)px`).exec(query) ?? []
  return px === undefined ? null : Number(px)
}

/** Gives the document of one test a window as wide as this, in px: media queries about widths are answered by it. */
export const stubWindowWidth = (width: number): void => {
  vi.stubGlobal('matchMedia', (query: string) => {
    const [least, most] = [limitIn(query, 'min'), limitIn(query, 'max')]
    return {
      matches: (least ?? most) !== null && width >= (least ?? 0) && width <= (most ?? Infinity),
      media: query,
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }
  })
}
