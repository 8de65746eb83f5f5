import { expect } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { signIn } from './sign-in.ts'
import { test } from './world.ts'

test('a developer learns why a repository cannot be cloned from a mirror', async ({ page, world }) => {
  await signIn(page, world.url, 'jcitizen')
  await page.goto('/repositories/41')
  await expect(page.getByText('Served by 3 of 4 mirrors')).toBeVisible()
  await page.getByRole('button', { name: "Why can't I clone? Build farm" }).click()
  const dialog = page.getByRole('dialog', { name: "Why can't I clone?" })
  await expect(dialog.getByText('The project is mirrored: No')).toBeVisible()
  await expect(dialog.getByText('The clocks agree: Yes')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
})

test.describe('with broken mirrors, on a phone', () => {
  test.use({ seed: 'broken', viewport: { width: 390, height: 844 } })

  test('the checks of a clone are read without scrolling sideways', async ({ signedInPage: page }) => {
    await page.goto('/repositories/11')
    await page.getByRole('button', { name: "Why can't I clone? Clock differs" }).click()
    const dialog = page.getByRole('dialog', { name: "Why can't I clone?" })
    await expect(dialog.getByText('The mirror accepts the signed link: No')).toBeVisible()
    expect(await dialog.evaluate((it) => it.scrollWidth - it.clientWidth)).toBeLessThanOrEqual(0)
  })
})

test('a project page lists its repositories with hashes', async ({ signedInPage: page }) => {
  await page.goto('/repositories')
  await page
    .getByRole('row', { name: /^ledger/ })
    .getByRole('link', { name: 'PAY' })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: 'Payments' })).toBeVisible()
  await expect(page.getByText(/^[0-9a-f]{12}$/)).toHaveCount(6)
  await expectAccessible(page)
})

test('credentials are checked and leave no trace in the page', async ({ signedInPage: page }) => {
  await page.goto('/diagnostics')
  await page.getByText('Token', { exact: true }).click()
  await page.getByLabel('HTTP access token').fill('jcitizen-token')
  await page.getByRole('button', { name: 'Check credentials' }).click()
  await expect(page.getByText('Bitbucket accepts these credentials.', { exact: false })).toBeVisible()
  await expectAccessible(page)
  expect(await page.content()).not.toContain('jcitizen-token')
  await expect(page.getByLabel('HTTP access token')).toHaveValue('')
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
  expect(stored).not.toContain('jcitizen-token')
})
