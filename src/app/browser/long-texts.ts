import { forgetStored, PREFIX } from './persisted.ts'

/** Long texts of one kind that are kept in this browser, each under a name of its own. They are read once, not followed. */
export const longTexts = (kind: string) => ({
  /** The text; `null` where there is none, or the storage is refused. */
  get: (name: string): string | null => {
    try {
      return localStorage.getItem(PREFIX + kind + name)
    } catch {
      return null
    }
  },
  /** @returns whether the storage took it; it may be full or refused. */
  set: (name: string, text: string): boolean => {
    try {
      localStorage.setItem(PREFIX + kind + name, text)
      return true
    } catch {
      return false
    }
  },
  /** Forgets all of them but the one of this name; without a name, all. */
  keepOnly: (name: string | null): void => forgetStored(kind, kind + String(name)),
})

/** See {@link longTexts}. */
export type LongTexts = ReturnType<typeof longTexts>
