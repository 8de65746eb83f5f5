import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { withoutCredentials } from '#app/text/without-credentials.ts'

/**
 * Writes one parameter of the page's address and leaves the others; an empty value takes it away. It replaces the
 * entry of the history, since a filter is no step back, and the page does not scroll. Whatever was pasted, no user,
 * password or token of an address gets into the URL.
 *
 * It is drawn before the event ends: a radio or box that was clicked must not stand as before for a frame.
 */
export const useChangeParam = (): ((name: string, value: string) => void) => {
  const [, setParams] = useSearchParams()
  return useCallback(
    (name, value) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          const kept = withoutCredentials(value)
          if (kept === '') after.delete(name)
          else after.set(name, kept)
          return after
        },
        { replace: true, flushSync: true },
      ),
    [setParams],
  )
}
