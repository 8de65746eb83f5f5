import { type RefObject, useLayoutEffect, useState } from 'react'

type CardLayout = {
  /** How many rows stand beside each other; 1 where rows are no cards. */
  readonly abreast: number
  /** Between the lines of cards, in px. */
  readonly gap: number
  /** Where the rows begin on the page, in px. */
  readonly scrollMargin: number
}

/** How the style sheet lays out a part of a table in this window: it alone decides where rows become cards. */
const layoutOf = (part: HTMLElement): CardLayout => {
  const { gridTemplateColumns, rowGap } = getComputedStyle(part)
  return {
    abreast: gridTemplateColumns.split(' ').length,
    gap: Number.parseFloat(rowGap) || 0,
    scrollMargin: part.getBoundingClientRect().top + globalThis.scrollY,
  }
}

/** The layout of a part of a table, also after the window has changed its size. */
export const useCardLayout = (part: RefObject<HTMLElement | null>): CardLayout => {
  const [layout, setLayout] = useState<CardLayout>({ abreast: 1, gap: 0, scrollMargin: 0 })
  useLayoutEffect(() => {
    const read = () => {
      if (part.current) setLayout(layoutOf(part.current))
    }
    read()
    addEventListener('resize', read)
    return () => removeEventListener('resize', read)
  }, [part])
  return layout
}
