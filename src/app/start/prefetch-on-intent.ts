import type { PageRouter } from './page-router.ts'

/**
 * Fetches the code of a page as soon as the pointer or the focus reaches a link to it, so that it is there by the click.
 * It fetches no data: pointing must send nothing to Bitbucket.
 */
export const prefetchOnIntent = (router: Pick<PageRouter, 'fetchCode'>): void => {
  const fetchCode = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null
    if (link === null || link.origin !== location.origin) return
    router.fetchCode(link.pathname)
  }
  document.addEventListener('pointerover', fetchCode, { passive: true })
  document.addEventListener('focusin', fetchCode)
}
