/** A result told to the person: shown for a while and read out by screen readers. */
export type Announcement = { readonly id: number; readonly message: string }

type Listener = () => void

const listeners = new Set<Listener>()
let current: Announcement | null = null

const set = (next: Announcement | null) => {
  current = next
  for (const listener of listeners) listener()
}

/** Tells a result. The same message twice is told twice. */
export const announce = (message: string): void => set({ id: (current?.id ?? 0) + 1, message })

/** Takes the message away. */
export const dismissAnnouncement = (): void => set(null)

/** The store of the current message, for `useSyncExternalStore`. */
export const announcements = {
  subscribe: (listener: Listener) => {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
  get: (): Announcement | null => current,
}
