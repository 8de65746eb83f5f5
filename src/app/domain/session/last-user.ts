let name: string | null = null

/** Who was signed in last in this tab, kept outside the cache because a lost session empties it there. */
export const lastUser = {
  get: (): string | null => name,
  set: (user: string): void => {
    name = user
  },
}
