import { type KeyboardEvent, type RefObject, useState } from 'react'

/** How many marks stand in one row, by where they are drawn. */
const abreast = (links: readonly HTMLAnchorElement[]): number => {
  const top = links[0]?.getBoundingClientRect().top
  const next = links.findIndex((link) => link.getBoundingClientRect().top !== top)
  return next === -1 ? links.length : next
}

const targetOf = (key: string, at: number, links: readonly HTMLAnchorElement[]): number | null => {
  switch (key) {
    case 'ArrowRight':
      return at + 1
    case 'ArrowLeft':
      return at - 1
    case 'ArrowDown':
      return at + abreast(links)
    case 'ArrowUp':
      return at - abreast(links)
    case 'Home':
      return 0
    case 'End':
      return links.length - 1
    default:
      return null
  }
}

/** One stop of the Tab key for all marks: the arrow keys, Home and End move between them. */
export const useRovingMarks = (list: RefObject<HTMLUListElement | null>) => {
  const [current, setCurrent] = useState(0)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.findIndex((link) => link === document.activeElement)
    const target = at === -1 ? null : targetOf(event.key, at, links)
    if (target === null) return
    // Also at either end: the page must not scroll away under the marks.
    event.preventDefault()
    links[target]?.focus()
  }
  return { current, setCurrent, onKeyDown }
}
