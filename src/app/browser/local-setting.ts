/** A setting of this browser. Without storage (full, denied, private) it lives as long as the page does. */
export const localSetting = (name: string) => {
  const key = `mirror-console-${name}`
  return {
    read: (): string | null => {
      try {
        return localStorage.getItem(key)
      } catch {
        return null
      }
    },
    write: (value: string): void => {
      try {
        localStorage.setItem(key, value)
      } catch {
        // Nothing is lost but the memory of a choice.
      }
    },
  }
}
