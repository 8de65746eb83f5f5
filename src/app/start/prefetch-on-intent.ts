import { type DataRouter, matchRoutes } from 'react-router'

/**
 * Fetches the code of a page as soon as somebody points at a link to it or reaches it by keyboard: by the click it is
 * there. Data are left alone, since pointing is no question to Bitbucket.
 */
export const prefetchOnIntent = (router: DataRouter): void => {
  const fetchCode = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null
    if (link === null || link.origin !== location.origin) return
    for (const { route } of matchRoutes(router.routes, link.pathname, router.basename) ?? []) {
      if (typeof route.lazy !== 'object') continue
      // A file that cannot be had is told when the page is opened.
      route.lazy.Component?.().catch(() => undefined)
    }
  }
  document.addEventListener('pointerover', fetchCode, { passive: true })
  document.addEventListener('focusin', fetchCode)
}
