/** Runs in the page: where the focus is, and what keeps a person from seeing it there; `null` when nothing has it. */
export const focusInPage = (): { name: string; faults: string[] } | null => {
  const element = document.activeElement
  if (element === null || element === document.body) return null
  const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`
  // A control that is drawn by a neighbour (a radio in a group of segments) shows its ring there.
  const drawn = [element, element.nextElementSibling, element.parentElement].filter((it) => it !== null)
  const isRinged = drawn.some((it) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(it)
    return outlineStyle !== 'none' && outlineWidth !== '0px'
  })
  const { x, y, width, height } = element.getBoundingClientRect()
  const top = document.elementFromPoint(x + width / 2, y + height / 2)
  const isCovered =
    width > 4 && top !== null && !top.contains(element) && !drawn.some((it) => it.contains(top))
  const faults = isRinged ? [] : ['has no ring']
  if (isCovered) faults.push(`is covered by ${top.outerHTML.slice(0, 120)}`)
  return { name, faults }
}
