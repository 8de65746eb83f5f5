import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { sessionInDocument } from '#app/domain/session/session-in-document.ts'

/** The frame after signing in follows the form, whose button had the focus; on a full load it follows nothing. */
const cameFromSignIn = (): boolean => sessionInDocument()?.user === null

/**
 * Moves the focus to the page's heading after a navigation, so that a keyboard or a screen reader goes on where the
 * new page starts and not at a link that is gone. Not on the first load, and not when only the query changed.
 */
export const useFocusOnNavigation = () => {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const previous = useRef<string | null>(null)
  useEffect(() => {
    const before = previous.current
    previous.current = pathname
    if (before === pathname || (before === null && !cameFromSignIn())) return
    main.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [pathname])
  return main
}
