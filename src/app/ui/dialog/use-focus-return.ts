import { useEffect, useState } from 'react'

/**
 * Gives the focus back to where it was when the caller appeared, as soon as the caller goes: otherwise it goes with
 * the dialog, and a keyboard starts again at the top. Where that place is gone, the page's heading takes it.
 */
export const useFocusReturn = (): void => {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      const isThere = opener?.isConnected === true && opener !== document.body
      const place = isThere ? opener : document.querySelector('main h1')
      if (place instanceof HTMLElement) place.focus({ preventScroll: true })
    },
    [opener],
  )
}
