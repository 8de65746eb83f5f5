import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/**
 * Writes one parameter of the page's address and leaves the others; an empty value takes it away. It replaces the
 * entry of the history, since a filter is no step back, and the page does not scroll.
 *
 * It is drawn at once: a router's change is a transition otherwise, which React puts off while anything else is to be
 * drawn, and the radio or box that was clicked would stand as before until then.
 */
export const useChangeParam = (): ((name: string, value: string) => void) => {
  const [, setParams] = useSearchParams()
  return useCallback(
    (name, value) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before)
          if (value === '') after.delete(name)
          else after.set(name, value)
          return after
        },
        { replace: true, preventScrollReset: true, flushSync: true },
      ),
    [setParams],
  )
}
