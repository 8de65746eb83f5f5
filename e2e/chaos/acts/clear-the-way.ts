import type { Locator, Page } from '@playwright/test'
import type { Desk, Hall } from '#e2e/chaos/hall.ts'
import type { Tab } from '#e2e/chaos/tab.ts'
import { PATIENCE } from './press-button.ts'
import type { AccountName } from '#e2e/sign-in.ts'

const againIn = (page: Page): Locator => page.getByRole('dialog', { name: 'Sign in again' })

/** Fills in the form for signing in, on its page or over another one, and sends it. */
export const fillSignIn = async (hall: Hall, { page }: Tab, account: AccountName): Promise<void> => {
  const again = againIn(page)
  // The page below it may have such fields of its own.
  const form = (await again.count()) > 0 ? again : page.getByRole('main')
  await form.getByText('Username and password', { exact: true }).click(PATIENCE)
  await form.getByLabel('Username', { exact: true }).fill(account, PATIENCE)
  await form.getByLabel('Password', { exact: true }).fill(hall.world.passwords[account], PATIENCE)
  const answered = page.waitForResponse(
    (answer) => answer.url().endsWith('/-/session') && answer.request().method() === 'POST',
    { timeout: 5000 },
  )
  await form.getByRole('button', { name: 'Sign in', exact: true }).click(PATIENCE)
  await answered
  await page.getByTitle('Signed in as').waitFor({ timeout: 5000 })
}

/**
 * Signs in where a tab asks for that, and closes a dialog that is open, as a person would who wants to do something else.
 *
 * @returns whether the tab can be used.
 */
export const clearTheWay = async (hall: Hall, desk: Desk, tab: Tab): Promise<boolean> => {
  const { page } = tab
  const isSignedOut =
    (await againIn(page).count()) > 0 ||
    (await page.getByRole('heading', { level: 1, name: 'Sign in', exact: true }).count()) > 0
  if (isSignedOut) await fillSignIn(hall, tab, desk.account)
  const dialog = page.getByRole('dialog')
  for (let tries = 0; tries < 3 && (await dialog.count()) > 0; tries += 1) {
    await dialog
      .last()
      .getByRole('button', { name: /^(?:Cancel|Done|Close)$/ })
      .first()
      .click(PATIENCE)
    await dialog
      .last()
      .waitFor({ state: 'hidden', timeout: 1000 })
      .catch(() => undefined)
  }
  if ((await dialog.count()) > 0) return false
  if (tab.pendingWrites() === 0 && (await page.locator('[data-loading]').count()) === 0) hall.expire(tab)
  return true
}
