import { expect } from '@playwright/test'
import { test } from './world.ts'

test('everything works where the browser denies storage', async ({ signedInPage: page, bitbucket }) => {
  // What a browser does that blocks all site data: the very access throws.
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('The request was denied.', 'SecurityError')
        },
      })
    }
  })
  const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
  const open = (name: string) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()

  await page.goto('/')
  await expect(title('Overview')).toBeVisible()
  await page.getByRole('button', { name: 'Preferences' }).click()
  const preferences = page.getByRole('dialog', { name: 'Preferences' })
  await preferences.getByRole('combobox', { name: 'Colours' }).selectOption('Dark')
  await preferences.getByRole('combobox', { name: 'Rows of tables' }).selectOption('Comfortable')
  await preferences
    .getByRole('combobox', { name: 'A mirror is “not seen recently” after' })
    .selectOption('1 day')
  await preferences.getByRole('button', { name: 'Reset columns of all tables' }).click()
  await page.keyboard.press('Escape')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')

  await open('Mirrors')
  await expect(page.getByRole('table', { name: 'Mirror servers' })).toHaveAttribute(
    'data-density',
    'comfortable',
  )
  await expect(page.getByRole('row', { name: /Dublin/ })).toBeVisible()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Version' }).click()
  await expect(page.getByRole('columnheader', { name: 'Version' })).toHaveCount(0)
  await page.keyboard.press('Escape')

  await open('Requests')
  await page.getByRole('button', { name: 'Accept Sydney' }).click()
  await page.getByRole('checkbox', { name: 'I expected this mirror' }).click()
  await page.getByRole('button', { name: 'Accept mirror' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Sydney was accepted' })).toBeVisible()
  expect((await bitbucket.mirrors()).map(({ name }) => name)).toContain('Sydney')

  await open('Coverage')
  await page.getByRole('button', { name: 'Ask mirrors' }).click()
  await expect(page.getByText(/^Done: /)).toBeVisible()

  await open('Preferred mirror')
  await page.getByRole('radio', { name: 'Dublin' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.getByRole('status').filter({ hasText: 'Dublin is now your preferred mirror' }),
  ).toBeVisible()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Dublin' })).toBeChecked()
})
