import type { PageName } from '#e2e/chaos/act.ts'
import type { Desk, Hall } from '#e2e/chaos/hall.ts'
import type { Tab } from '#e2e/chaos/tab.ts'
import { PATIENCE } from './press-button.ts'

/** Where an act is done. */
export type Place = { readonly hall: Hall; readonly desk: Desk; readonly tab: Tab }

/** An act of a person, at a tab that can be used. Rejects with Playwright's TimeoutError where it is not possible. */
export type Perform<Act> = (act: Act, place: Place) => Promise<void>

const TITLES: Readonly<Partial<Record<PageName, string>>> = {
  Requests: 'Mirroring requests',
  Mirrors: 'Mirror servers',
  Diagnostics: 'Check credentials',
}

/** Follows the link of the navigation. */
export const goTo = async ({ page }: Tab, name: PageName): Promise<void> => {
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await navigation.getByRole('link', { name, exact: true }).click(PATIENCE)
  await page.getByRole('heading', { level: 1, name: TITLES[name] ?? name, exact: true }).waitFor(PATIENCE)
}

/** Goes to a list and gives the link of one of its rows: its name, and where it leads. */
export const rowOf = async (tab: Tab, name: PageName, nth: number) => {
  await goTo(tab, name)
  const links = tab.page.locator('tbody [scope="row"] a')
  await links.first().waitFor(PATIENCE)
  const link = links.nth(nth % (await links.count()))
  const href = (await link.getAttribute('href', PATIENCE)) ?? ''
  const id = decodeURIComponent(href.split(/[?#]/)[0]?.split('/').at(-1) ?? '')
  return { link, href, id }
}
