import { type DataRouter, matchRoutes } from 'react-router'

/**
 * Fetches the code of a page as soon as the pointer or the focus reaches a link to it, so that it is there by the click.
 * It fetches no data: pointing must send nothing to Bitbucket.
 */
export const prefetchOnIntent = (router: DataRouter): void => {
  const fetchCode = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null
    if (link === null || link.origin !== location.origin) return
    for (const { route } of matchRoutes(router.routes, link.pathname, router.basename) ?? []) {
      if (typeof route.lazy !== 'object') continue
      // A file that cannot be loaded is reported when the page is opened.
      route.lazy.Component?.().catch(() => undefined)
    }
  }
  document.addEventListener('pointerover', fetchCode, { passive: true })
  document.addEventListener('focusin', fetchCode)
}
