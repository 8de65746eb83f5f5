/** Moves the message to the top while it would cover what has the focus (WCAG 2.4.11). */
const stepAside = (): void => {
  const place = document.querySelector('[data-messages]')
  const focused = document.activeElement
  place?.removeAttribute('data-aside')
  if (!place || !focused || focused === document.body || place.contains(focused)) return
  const [mine, other] = [place.getBoundingClientRect(), focused.getBoundingClientRect()]
  const isCovering =
    mine.left < other.right && other.left < mine.right && mine.top < other.bottom && other.top < mine.bottom
  place.toggleAttribute('data-aside', isCovering)
}

/** From now on, messages keep away from what has the focus, whichever of the two comes first. */
export const keepMessagesAside = (): void => {
  // Called when a message has been drawn, however long that takes; before that there is nothing to move.
  const drawn = 'ResizeObserver' in globalThis ? new ResizeObserver(stepAside) : null
  const watch = () => {
    stepAside()
    const place = document.querySelector('[data-messages]')
    if (place) drawn?.observe(place)
  }
  // This code may have come for a focus that is there already.
  watch()
  document.addEventListener('focusin', watch)
}
