import { announcements } from './ui/announcements.ts'

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
  document.addEventListener('focusin', stepAside)
  // When the message has been drawn.
  announcements.subscribe(() => requestAnimationFrame(stepAside))
}
