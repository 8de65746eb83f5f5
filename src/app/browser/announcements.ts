import { personalStore } from './personal-store.ts'

/** A result for the person: shown for a while and read out by screen readers. */
export type Announcement = { readonly id: number; readonly message: string }

/** The current message. It belongs to the person: it can name what another one may not see. */
export const announcements = personalStore<Announcement | null>(null)

/** Shows a result. The same message twice is shown twice. */
export const announce = (message: string): void =>
  announcements.set({ id: (announcements.get()?.id ?? 0) + 1, message })

/** Takes the message away. */
export const dismissAnnouncement = (): void => announcements.set(null)
