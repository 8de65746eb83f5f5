import type { Page } from '@playwright/test'

/** A page of the product: where it is, or which row of a list leads there. */
export type Place = {
  readonly name: string
  readonly path: string
  readonly isBehindFirstRow?: boolean
  readonly tab?: string
}

export const places: readonly Place[] = [
  { name: 'overview', path: '/' },
  { name: 'requests', path: '/requests' },
  { name: 'request', path: '/requests', isBehindFirstRow: true },
  { name: 'register', path: '/requests/new' },
  { name: 'mirrors', path: '/mirrors' },
  { name: 'mirror', path: '/mirrors', isBehindFirstRow: true },
  { name: 'mirror-repositories', path: '/mirrors', isBehindFirstRow: true, tab: 'Repositories' },
  { name: 'mirror-danger', path: '/mirrors', isBehindFirstRow: true, tab: 'Danger zone' },
  { name: 'repositories', path: '/repositories' },
  { name: 'repository', path: '/repositories', isBehindFirstRow: true },
  { name: 'coverage', path: '/coverage' },
  { name: 'preferred-mirror', path: '/preferred-mirror' },
  { name: 'diagnostics', path: '/diagnostics' },
  { name: 'upstream', path: '/upstream' },
]

/**
 * The address of a place in the world at `url`, found by an unhindered page; `null` where this world has no such thing
 * (no row leads there).
 */
export const addressOf = async (page: Page, url: string, place: Place): Promise<string | null> => {
  if (!place.isBehindFirstRow) return url + place.path
  await page.goto(url + place.path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const link = page.locator('tbody [scope="row"] a').first()
  await link.waitFor({ timeout: 3000 }).catch(() => undefined)
  const href = (await link.isVisible()) ? await link.getAttribute('href') : null
  if (href === null) return null
  if (place.tab === undefined) return url + href
  await page.goto(url + href)
  const tab = page
    .getByRole('navigation', { name: 'Parts of this mirror server' })
    .getByRole('link', { name: place.tab, exact: true })
  const tabHref = await tab.getAttribute('href', { timeout: 3000 }).catch(() => null)
  return tabHref === null ? null : url + tabHref
}
