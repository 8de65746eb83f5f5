import { useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { ActionIcon } from '@mantine/core'
import classes from './announcer.module.css'
import { announcements, dismissAnnouncement } from './announcements.ts'
import { ForeignText } from './foreign-text.tsx'

/** How long a result stays on screen, in ms: long enough to read a long mirror name. */
const SHOWN_MS = 8000

/** Moves the message to the top while it would cover what has the focus (WCAG 2.4.11). */
const stepAside = (place: Element): void => {
  place.removeAttribute('data-aside')
  const focused = document.activeElement
  if (focused === null || focused === document.body || place.contains(focused)) return
  const [mine, other] = [place.getBoundingClientRect(), focused.getBoundingClientRect()]
  const isCovering =
    mine.left < other.right && other.left < mine.right && mine.top < other.bottom && other.top < mine.bottom
  place.toggleAttribute('data-aside', isCovering)
}

/** The live region of the whole app. It is always in the document: a region that appears with its text stays silent. */
export const Announcer = () => {
  const announcement = useSyncExternalStore(announcements.subscribe, announcements.get)
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = place
    if (announcement === null || current === null) return undefined
    const follow = () => stepAside(current)
    follow()
    document.addEventListener('focusin', follow)
    return () => document.removeEventListener('focusin', follow)
  }, [announcement])
  useEffect(() => {
    if (announcement === null) return undefined
    const timer = setTimeout(dismissAnnouncement, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [announcement])
  return (
    <div className={classes.place} ref={place}>
      <div role="status" aria-live="polite">
        {announcement ? <ForeignText inline>{announcement.message}</ForeignText> : null}
      </div>
      {announcement ? (
        <ActionIcon variant="subtle" color="gray" aria-label="Dismiss message" onClick={dismissAnnouncement}>
          <span aria-hidden>✕</span>
        </ActionIcon>
      ) : null}
    </div>
  )
}
