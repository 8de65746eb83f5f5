import { expect } from '@playwright/test'
import { test } from './world.ts'

test.use({ seed: 'crowded' })

/** What a long list may cost in elements, at any length. */
const MAX_ELEMENTS = 900

test('fifteen thousand requests are read on demand, searched and sorted, and few of them are drawn', async ({
  signedInPage: page,
}) => {
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length)
  await page.goto('/requests?state=ALL')
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  const progress = page.getByRole('status').filter({ hasText: /requests? (?:loaded|read so far)/ })
  await expect(progress).toContainText('60')
  await page.getByRole('button', { name: 'Read all' }).click()
  await expect(progress).toContainText('15,100', { timeout: 20_000 })
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '15101')
  expect(await elements()).toBeLessThan(MAX_ELEMENTS)

  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
  const last = await page.getByRole('rowheader').first().textContent()
  // Rows are measured as they are drawn, and the end moves with them.
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await expect(page.locator('[aria-rowindex="15101"]')).toBeVisible({ timeout: 500 })
  }).toPass()
  expect(await elements()).toBeLessThan(MAX_ELEMENTS)

  await page.evaluate(() => scrollTo(0, 0))
  await page.getByRole('searchbox', { name: 'Search' }).fill(last ?? '')
  await expect(page.getByRole('rowheader').first()).toHaveText(last ?? '')
  await expect(page.getByRole('table')).not.toHaveAttribute('aria-rowcount', '15101')
})
