import { expect, type Page } from '@playwright/test'
import { test } from './world.ts'

/** From now on no more code arrives, as when the console is restarted or replaced by a newer version. */
const loseCode = async (page: Page): Promise<() => Promise<void>> => {
  await page.route('**/assets/*.js', (route) => route.abort())
  return () => page.unroute('**/assets/*.js')
}

test('a dialog whose code fails to load affects nothing else, and opens at the next try', async ({
  signedInPage: page,
}) => {
  await page.goto('/requests')
  await expect(page.getByRole('rowheader', { name: 'Sydney' })).toBeVisible()
  await page.getByRole('searchbox').fill('Syd')
  const giveBack = await loseCode(page)
  await page.getByRole('button', { name: 'Accept Sydney' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'could not be loaded' })
  await expect(notice).toBeVisible()
  await expect(page.getByRole('searchbox')).toHaveValue('Syd')
  await expect(page.getByRole('rowheader', { name: 'Sydney' })).toBeVisible()
  await giveBack()
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog', { name: 'Accept Sydney?' })).toBeVisible()
  await expect(notice).toHaveCount(0)
})

test('a dialog whose styles fail to load does not open without them, and opens at the next try', async ({
  signedInPage: page,
}) => {
  const sheets = '**/assets/*.css'
  await page.goto('/requests')
  await expect(page.getByRole('rowheader', { name: 'Sydney' })).toBeVisible()
  await page.route(sheets, (route) => route.abort())
  await page.getByRole('button', { name: 'Accept Sydney' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'could not be loaded' })
  await expect(notice).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.unroute(sheets)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog', { name: 'Accept Sydney?' })).toBeVisible()
  expect(await page.locator('link[data-late] + link[rel="stylesheet"]').count()).toBe(1)
})

test('a page whose code fails to load is reported inside the frame, and opens later', async ({
  signedInPage: page,
}) => {
  await page.goto('/requests')
  await expect(page.getByRole('rowheader', { name: 'Sydney' })).toBeVisible()
  const giveBack = await loseCode(page)
  await page.getByRole('link', { name: 'Diagnostics' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'This page could not be loaded' })).toBeVisible()
  await page.getByRole('link', { name: 'Requests' }).click()
  await expect(page.getByRole('rowheader', { name: 'Sydney' })).toBeVisible()
  await giveBack()
  await page.getByRole('link', { name: 'Diagnostics' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Check credentials' })).toBeVisible()
})

test('messages whose code fails to load break nothing', async ({ signedInPage: page }) => {
  await page.clock.install()
  await page.goto('/requests')
  await expect(page.getByRole('rowheader', { name: 'Sydney' })).toBeVisible()
  await loseCode(page)
  const isAsked = page.waitForEvent('requestfailed')
  await page.clock.runFor(6000)
  await isAsked
  await expect(page.getByRole('rowheader', { name: 'Sydney' })).toBeVisible()
  await expect(page.getByRole('banner')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a newer version that took the old code away asks for a reload, which keeps what was typed', async ({
  signedInPage: page,
}) => {
  await page.goto('/mirrors')
  await page.getByRole('rowheader', { name: 'Dublin' }).getByRole('link').click()
  await page.getByRole('link', { name: 'Record', exact: true }).click()
  await page.getByRole('textbox', { name: 'Version' }).fill('8.17.0')
  const giveBack = await loseCode(page)
  await page.getByRole('button', { name: 'Correct the record' }).click()
  const notice = page.getByRole('alert').filter({ hasText: 'could not be loaded' })
  await expect(notice).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Version' })).toHaveValue('8.17.0')
  await giveBack()
  await notice.getByRole('button', { name: 'Load again' }).click()
  await expect(notice).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'Version' })).toHaveValue('8.17.0')
  await page.getByRole('button', { name: 'Correct the record' }).click()
  await expect(page.getByRole('dialog', { name: 'Correct the record of Dublin?' })).toBeVisible()
})
