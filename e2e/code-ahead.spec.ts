import { expect, type Response } from '@playwright/test'
import { test } from './world.ts'

const HEADING = 'Check credentials'

/** The file of the page behind the link holds the words of its heading. */
const isCodeOfPage = async (response: Response): Promise<boolean> =>
  response.url().endsWith('.js') && (await response.text()).includes(HEADING)

test('the code of a page is loaded when its link is pointed at, before the click', async ({
  signedInPage: page,
}) => {
  await page.goto('/requests')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('searchbox').hover()
  const code = page.waitForResponse(isCodeOfPage)
  const link = page.getByRole('link', { name: 'Diagnostics' })
  await link.hover()
  await code
  // From here on code that is asked for does not come: what the click needs was asked for before.
  await page.route('**/assets/*.js', () => {})
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: HEADING })).toBeVisible()
})
