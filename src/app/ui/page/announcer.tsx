import { useEffect } from 'react'
import { ActionIcon } from '@mantine/core'
import classes from './announcer.module.css'
import { announcements, dismissAnnouncement } from '#app/browser/announcements.ts'
import { ForeignText } from '#app/ui/untrusted/foreign-text.tsx'

/** How long a result stays on screen, in ms: long enough to read a long mirror name. */
const SHOWN_MS = 8000

/** The live region of the whole app. It is always in the document: a region that appears with its text stays silent. */
export const Announcer = () => {
  const announcement = announcements.use()
  useEffect(() => {
    if (announcement === null) return undefined
    const timer = setTimeout(dismissAnnouncement, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [announcement])
  return (
    <div className={classes.place} data-messages>
      <div role="status" aria-live="polite">
        {announcement ? (
          <ForeignText inline isProse>
            {announcement.message}
          </ForeignText>
        ) : null}
      </div>
      {announcement ? (
        <ActionIcon variant="subtle" color="gray" aria-label="Dismiss message" onClick={dismissAnnouncement}>
          <span aria-hidden>✕</span>
        </ActionIcon>
      ) : null}
    </div>
  )
}
