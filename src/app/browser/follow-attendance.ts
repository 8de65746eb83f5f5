import { ACTIVITY, IDLE_AFTER_MS } from './activity.ts'

/** A look at another tab is no absence; so long is one, in ms. */
const HIDDEN_AFTER_MS = 300_000

/** How often it is looked whether the person is still there, in ms. */
const CHECK_MS = 5000

/**
 * Tells when the person leaves, by another tab for a while or without input for long, and when they are back.
 *
 * @returns ends that.
 */
export const followAttendance = (onChange: (isAway: boolean) => void): (() => void) => {
  let lastActivity = Date.now()
  let lastSeen = Date.now()
  let wasAway = false
  const check = () => {
    const now = Date.now()
    if (!document.hidden) lastSeen = now
    const isAway = now - lastSeen >= HIDDEN_AFTER_MS || now - lastActivity >= IDLE_AFTER_MS
    if (isAway !== wasAway) {
      wasAway = isAway
      onChange(isAway)
    }
  }
  const noteActivity = () => {
    lastActivity = Date.now()
    // What hides the page is no return to it.
    if (wasAway && !document.hidden) check()
  }
  const timer = setInterval(check, CHECK_MS)
  for (const event of ACTIVITY) addEventListener(event, noteActivity, { passive: true, capture: true })
  return () => {
    clearInterval(timer)
    for (const event of ACTIVITY) removeEventListener(event, noteActivity, { capture: true })
  }
}
