import { expect } from '@playwright/test'
import { expectAccessible, expectAccessibleAt } from './accessibility.ts'
import { settled } from './settled.ts'
import { test } from './world.ts'

test('the sign-in page is accessible in both schemes', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expectAccessible(page)
})

test('what is not accessible is found', async ({ signedInPage: page }) => {
  await page.goto('/requests')
  await settled(page)
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')))
  await expect(expectAccessible(page)).rejects.toThrow('button-name')
})

test('a page that does not exist is accessible too', async ({ signedInPage: page }) => {
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
})

test('every page of the navigation is accessible in both schemes, wide and on a phone', async ({
  signedInPage: page,
}) => {
  // Many pages, each checked four times.
  test.slow()
  await page.goto('/')
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  await expect(links.first()).toBeVisible()
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(addresses.length).toBeGreaterThan(9)
  for (const address of addresses) {
    await page.goto(address)
    await settled(page)
    await expectAccessibleAt(page, [1280, 390])
  }
})

test('with the system’s forced colours, pictures are still visible', async ({ signedInPage: page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto('/')
  const marks = page.getByRole('region', { name: 'Fleet health' }).locator('svg[data-tone="good"]')
  await expect(marks.first()).toBeVisible()
  await expect(marks.first()).not.toHaveCSS('color', 'rgb(255, 255, 255)')
  await expect(page.getByRole('link', { name: 'Overview' })).toHaveCSS('font-weight', '600')
})
