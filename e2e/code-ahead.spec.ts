import { expect } from '@playwright/test'
import { meterTransfers } from './transfer-meter.ts'
import { test } from './world.ts'

test('the code of a page is loaded when its link is pointed at, before the click', async ({
  signedInPage: page,
}) => {
  await page.goto('/requests')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.getByRole('searchbox').hover()
  await page.waitForLoadState('networkidle')
  const transfers = await meterTransfers(page)
  const scripts = () => transfers().filter(({ type, url }) => type === 'Script' || url.endsWith('.js')).length
  await page.getByRole('link', { name: 'Diagnostics' }).hover()
  await expect.poll(scripts).toBeGreaterThan(0)
  await page.waitForLoadState('networkidle')
  const before = scripts()
  await page.getByRole('link', { name: 'Diagnostics' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Check credentials' })).toBeVisible()
  expect(scripts()).toBe(before)
})
