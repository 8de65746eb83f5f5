/** Text that is kept for this tab until it closes. Without storage, or when it is full, nothing is kept. */
export const tabText = (name: string) => {
  const key = `mirror-console-${name}`
  return {
    get: (): string | null => {
      try {
        return sessionStorage.getItem(key)
      } catch {
        return null
      }
    },
    set: (text: string): void => {
      try {
        sessionStorage.setItem(key, text)
      } catch {
        // What is lost is asked again.
      }
    },
    remove: (): void => {
      try {
        sessionStorage.removeItem(key)
      } catch {
        // Without storage there is nothing to remove.
      }
    },
  }
}
