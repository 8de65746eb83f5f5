import { clearTheWay } from './acts/clear-the-way.ts'
import type { Desk, Hall } from './hall.ts'
import type { Tab } from './tab.ts'

/** How often a person follows what a page offers before it counts as a dead end. */
const TRIES = 8

/** What a page says that it cannot do; empty on a page that is well. */
const troublesOf = async ({ page }: Tab): Promise<readonly string[]> => {
  // An alert in a form says what became of it, and its button leads on.
  const alerts = await page
    .locator('main [role="alert"]:not(form [role="alert"]), [role="dialog"] [role="alert"]')
    .allTextContents()
  const notices = await page.getByRole('status').allTextContents()
  const isBusy = (await page.locator('main [aria-busy="true"]').count()) > 0
  const hasHeading = (await page.getByRole('heading', { level: 1 }).count()) > 0
  return [
    ...alerts.filter((text) => text !== ''),
    ...notices.filter((text) => /What you see was read|Waiting for Bitbucket since/.test(text)),
    ...(isBusy ? ['still being read'] : []),
    ...(hasHeading ? [] : ['no heading']),
  ]
}

/** What is true and stays: a page for others, or about something that is gone. It has to lead somewhere else. */
const isFinal = async ({ page }: Tab): Promise<boolean> => {
  const alert = page.locator('main [role="alert"]')
  const text = (await alert.count()) === 0 ? '' : await alert.first().innerText({ timeout: 2000 })
  return /not permitted|There is no |no longer exists|no mirror|already/i.test(text)
}

/**
 * Goes on in a tab, after every fault has ended, by what the page offers alone.
 *
 * @param most how often.
 * @returns what the page still says when no way leads on; `null` when it is well.
 */
export const recover = async (hall: Hall, desk: Desk, tab: Tab, most = TRIES): Promise<string | null> => {
  let said: readonly string[] = []
  for (let tried = 0; tried < most; tried += 1) {
    try {
      // The browser's own page stands where one could not be loaded: a person loads it again.
      if ((await tab.page.locator('#root').count()) === 0) await tab.page.goto(hall.world.url)
      await clearTheWay(hall, desk, tab)
      said = await troublesOf(tab)
      if (said.length === 0 || (await isFinal(tab))) {
        const navigation = tab.page.getByRole('navigation', { name: 'Main' })
        if ((await navigation.count()) > 0) return null
        said = ['no navigation']
      }
      const way = tab.page.locator('main [role="alert"]').getByRole('button')
      const refresh = tab.page.getByRole('button', { name: 'Refresh', exact: true })
      const next = (await way.count()) > 0 ? way.first() : refresh
      await next.click({ timeout: 1000 })
    } catch (error) {
      said = [...said, error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)]
    }
    await tab.page.waitForLoadState('networkidle', { timeout: 2500 }).catch(() => undefined)
  }
  // An answer that stays on a page with a form is no dead end: the form can be sent again.
  if ((await tab.page.locator('main form button[type="submit"]:enabled').count()) > 0) return null
  return `${tab.name} is at a dead end at ${new URL(tab.page.url()).pathname}: ${said.join(' / ').slice(0, 400)}`
}
