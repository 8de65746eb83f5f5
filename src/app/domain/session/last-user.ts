import { personalStore } from '#app/browser/personal-store.ts'

/** Who was signed in last in this tab, kept outside the cache because a lost session empties it there. */
export const lastUser = personalStore<string | null>(null)
