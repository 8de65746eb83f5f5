import { expect, type Page } from '@playwright/test'
import { expectFocusKept, tabTo } from './keyboard.ts'
import { test } from './world.ts'

const title = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

/** Types into a field that the keyboard reaches by itself. */
const typeInto = async (page: Page, name: string, text: string): Promise<void> => {
  await tabTo(page, field(page, name))
  await page.keyboard.type(text)
}

test('signing in, registering a mirror, checking credentials and signing out need no mouse', async ({
  page,
  bitbucket,
}) => {
  await page.goto('/requests')
  await expect(title(page, 'Sign in')).toBeVisible()
  await tabTo(page, page.getByRole('radio', { name: 'Access token' }))
  await page.keyboard.press('ArrowRight')
  await typeInto(page, 'Username', 'admin')
  await page.keyboard.press('Tab')
  await page.keyboard.type('admin')
  await page.keyboard.press('Enter')
  await expect(title(page, 'Mirroring requests')).toBeVisible()

  await tabTo(page, page.getByRole('link', { name: 'Register a mirror' }))
  await page.keyboard.press('Enter')
  await expect(title(page, 'Register a mirror')).toBeFocused()
  await typeInto(page, 'Name', 'Oslo')
  await tabTo(page, page.getByRole('button', { name: 'Register mirror' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^Enter /).first()).toBeVisible()
  await expectFocusKept(page, 'a form that lacks something')
  await typeInto(page, 'Mirror id', 'OSLO-1')
  await typeInto(page, 'Address', 'https://oslo.acme.com')
  await typeInto(page, 'Version', '8.16.2')
  await page.keyboard.press('Enter')
  await expect(title(page, 'Oslo')).toBeFocused()
  expect((await bitbucket.requestsIn('PENDING')).map(({ mirrorName }) => mirrorName)).toContain('Oslo')

  await tabTo(page, page.getByRole('link', { name: 'Diagnostics' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(title(page, 'Check credentials')).toBeFocused()
  await typeInto(page, 'Username', 'jcitizen')
  await page.keyboard.press('Tab')
  await page.keyboard.type('jcitizen')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Bitbucket accepts these credentials.', { exact: false })).toBeVisible()
  await expectFocusKept(page, 'checking credentials')

  await tabTo(page, page.getByRole('button', { name: 'Sign out' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(title(page, 'Sign in')).toBeVisible()
})

test('many requests are rejected at once, columns chosen and rows exported without a mouse', async ({
  signedInPage: page,
  bitbucket,
}) => {
  await page.goto('/requests')
  await tabTo(page, page.getByRole('button', { name: 'Columns' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitemcheckbox').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Columns' })).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Other formats', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Export JSON' })).toBeFocused()
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/^mirroring-requests.*\.json$/)
  await expectFocusKept(page, 'exporting')

  for (const name of ['Sydney', 'Toronto']) {
    await tabTo(page, page.getByRole('checkbox', { name: `Select ${name}` }))
    await page.keyboard.press('Space')
  }
  await tabTo(page, page.getByRole('button', { name: 'Reject selected' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await tabTo(page, dialog.getByRole('button', { name: 'Reject 2 requests' }))
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('2 requests were rejected')
  await expectFocusKept(page, 'rejecting')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expectFocusKept(page, 'closing')
  const rejected = (await bitbucket.requestsIn('REJECTED')).map(({ mirrorName }) => mirrorName)
  expect(rejected).toEqual(expect.arrayContaining(['Sydney', 'Toronto']))
})

test('why a repository cannot be cloned is asked, read and closed without a mouse', async ({
  signedInPage: page,
}) => {
  await page.goto('/repositories/41')
  await expect(page.getByText('Served by 3 of 4 mirrors')).toBeVisible()
  const why = page.getByRole('button', { name: "Why can't I clone? Build farm" })
  await tabTo(page, why)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: "Why can't I clone?" })
  await expect(dialog.getByText('The project is mirrored: No')).toBeVisible()
  await tabTo(page, dialog.getByRole('button', { name: /^Copy/ }).first())
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(why).toBeFocused()
})
