import type { Page, Request } from '@playwright/test'

/** Whether the document policy kept a failed request from being sent: the browser announces those as well. */
export const isHeldBack = (request: Request): boolean => request.failure()?.errorText === 'csp'

/**
 * Keeps the requests that leave a page from now on.
 *
 * @returns reads their addresses, in the order of sending.
 */
export const keepSentRequests = (page: Page): (() => readonly string[]) => {
  const sent = new Set<Request>()
  page.on('request', (request) => sent.add(request))
  page.on('requestfailed', (request) => {
    if (isHeldBack(request)) sent.delete(request)
  })
  return () => [...sent].map((request) => request.url())
}
