import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * Moves the focus to the page's heading after a navigation, so that a keyboard or a screen reader goes on where the
 * new page starts and not at a link that is gone. Not on the first load, and not when only the query changed.
 */
export const useFocusOnNavigation = () => {
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const previous = useRef(pathname)
  useEffect(() => {
    if (previous.current === pathname) return
    previous.current = pathname
    main.current?.querySelector('h1')?.focus({ preventScroll: true })
  }, [pathname])
  return main
}
