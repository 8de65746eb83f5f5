import { expect, type Page } from '@playwright/test'
import { writesOf } from './request-steps.ts'
import { test } from './world.ts'

const signInAs = async (page: Page, account: string): Promise<void> => {
  await page.goto('/sign-in')
  await page.getByRole('button', { name: `Sign in as ${account}` }).click()
  await expect(page.getByRole('banner')).toContainText(account)
}

/** A browser whose tabs cannot reach each other: only the gateway can refuse the write. */
const withoutChannel = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, 'BroadcastChannel')
  })
}

test('when another person signs in in another tab, the data of the first leaves the screen at once', async ({
  page,
  context,
}) => {
  await signInAs(page, 'admin')
  await page.goto('/requests')
  await expect(page.getByRole('button', { name: 'Accept Sydney' })).toBeVisible()
  await page.getByRole('searchbox').fill('draft of the administrator')
  await signInAs(await context.newPage(), 'jcitizen')
  await expect(page.getByRole('banner')).toContainText('jcitizen', { timeout: 3000 })
  await expect(page.getByRole('button', { name: 'Accept Sydney' })).toHaveCount(0)
  await expect(page.getByRole('banner')).not.toContainText('admin')
  expect(new URL(page.url()).search).toBe('')
})

test('when the first tab gets no message, its write is refused and no credential is used', async ({
  page,
  context,
  bitbucket,
}) => {
  await withoutChannel(page)
  await signInAs(page, 'jcitizen')
  await page.goto('/preferred-mirror')
  await page.getByRole('radio').first().check()
  await signInAs(await context.newPage(), 'admin')
  const writes = writesOf(page)
  const refused = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.getByRole('button', { name: 'Save' }).click()
  expect((await refused).status()).toBe(403)
  await expect(page.getByRole('banner')).toContainText('admin')
  expect(writes).toHaveLength(1)
  expect(await bitbucket.call('getPreferredMirror', {})).toMatchObject({ status: 404 })
})

test('the same user who signs in again in another tab keeps what was typed', async ({ page, context }) => {
  await signInAs(page, 'admin')
  await page.goto('/requests/new')
  await page.getByLabel('Name', { exact: true }).fill('Oslo')
  await signInAs(await context.newPage(), 'admin')
  await page.bringToFront()
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Oslo')
  await page.getByRole('link', { name: 'Mirrors', exact: true }).click()
  // A question that was on its way with the old session may be refused once: the page asks it again.
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('signing out in one tab clears the others', async ({ page, context }) => {
  await signInAs(page, 'admin')
  const other = await context.newPage()
  await other.goto('/mirrors')
  await expect(other.getByRole('rowheader').first()).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expect(other.getByRole('rowheader')).toHaveCount(0)
})
