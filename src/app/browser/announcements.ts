import { personalStore } from './personal-store.ts'

/** A result for the person: shown for a while and read out by screen readers. */
export type Announcement = { readonly id: number; readonly message: string }

/** The current message. It belongs to the person: it can name what another one may not see. */
export const announcements = personalStore<Announcement | null>(null)

/** Messages that come after the current one. They belong to the person as well. */
const waiting = personalStore<readonly string[]>([])

/** Shows a result. The same message twice is shown twice. */
export const announce = (message: string): void =>
  announcements.set({ id: (announcements.get()?.id ?? 0) + 1, message })

/** Shows news once no message is shown: the result of an action must not be replaced by news. */
export const announceAfter = (message: string): void => {
  if (announcements.get() === null) announce(message)
  else waiting.set([...waiting.get(), message])
}

/** Takes the message away, and shows the next one that waits. */
export const dismissAnnouncement = (): void => {
  const [next, ...others] = waiting.get()
  if (next === undefined) {
    announcements.set(null)
    return
  }
  waiting.set(others)
  announce(next)
}
