import type { Page } from '@playwright/test'

/** Every write that the page sends from now on, as method and path below the API's own. */
export const writesOf = (page: Page): string[] => {
  const writes: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() !== 'GET' && pathname.startsWith('/rest/')) {
      writes.push(`${request.method()} ${pathname.split('/latest')[1] ?? ''}`)
    }
  })
  return writes
}

/** A result in a live region. */
export const announced = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

/** Opens the dialog that accepts the first request of this name. */
export const openAccept = async (page: Page, name: string) => {
  await page
    .getByRole('button', { name: `Accept ${name}`, exact: true })
    .first()
    .click()
  return page.getByRole('dialog')
}
