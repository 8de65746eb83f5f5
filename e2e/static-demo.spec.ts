import { fileURLToPath } from 'node:url'
import { expect, type Page, test } from '@playwright/test'
import { SEED_NAMES } from '#upstream/seed-names.ts'
import { guardPage } from './page-guard.ts'
import { startStaticHost } from './static-host.ts'

const FOLDER = fileURLToPath(new URL('../dist-demo', import.meta.url))

const WORDS = 'Demonstration: a made-up Bitbucket inside this browser; nothing is real.'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

const openPage = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()

test('the static demonstration is the whole console on a host of files', async ({ page }) => {
  const host = await startStaticHost(FOLDER, '/some/folder/')
  try {
    const guard = await guardPage(page, new URL(host.url).origin)
    const banner = page.getByRole('complementary', { name: 'Demonstration' })

    await test.step('starts signed in, and says that nothing is real', async () => {
      await page.goto(host.url)
      await expect(heading(page, 'Overview')).toBeVisible()
      await expect(banner).toContainText(WORDS)
      await expect(page.getByText('All 4 mirrors are healthy')).toBeVisible()
      await expect(page.getByText('Lag is measured by the console’s watch, which is off.')).toBeVisible()
    })

    await test.step('accepts a request', async () => {
      await openPage(page, 'Requests')
      await page.getByRole('button', { name: 'Accept Sydney' }).click()
      const dialog = page.getByRole('dialog', { name: 'Accept Sydney?' })
      await expect(banner).toBeInViewport()
      // Neither lies over the other.
      await dialog.getByRole('button', { name: 'Close' }).click({ trial: true })
      await dialog.getByRole('textbox').fill('sydney.mirrors.invalid')
      await dialog.getByRole('button', { name: 'Accept mirror' }).click()
      await expect(page.getByText('Sydney was accepted')).not.toHaveCount(0)
    })

    await test.step('removes a mirror', async () => {
      await openPage(page, 'Mirrors')
      await expect(page.getByRole('row', { name: /Sydney/ })).toBeVisible()
      await page.getByRole('link', { name: 'Virginia', exact: true }).click()
      await page.getByRole('link', { name: 'Danger zone' }).click()
      await page.getByRole('button', { name: 'Remove this mirror server' }).click()
      const dialog = page.getByRole('dialog', { name: 'Remove Virginia?' })
      await dialog.getByRole('textbox').fill('Virginia')
      await dialog.getByRole('button', { name: 'Remove mirror' }).click()
      await expect(page.getByText('Virginia was removed')).not.toHaveCount(0)
    })

    await test.step('saves a preferred mirror', async () => {
      await openPage(page, 'Preferred mirror')
      await page.getByRole('radio', { name: /^Dublin/ }).check()
      await page.getByRole('button', { name: 'Save' }).click()
      await expect(page.getByText('Dublin is now your preferred mirror')).not.toHaveCount(0)
    })

    await test.step('a mirror says what it has of a repository', async () => {
      await openPage(page, 'Repositories')
      await page.getByRole('link', { name: 'ledger', exact: true }).click()
      await expect(page.getByText('Available', { exact: true }).first()).toBeVisible()
    })

    await test.step('another account is in the same world', async () => {
      await page.getByRole('button', { name: 'Sign out' }).click()
      await page.getByRole('button', { name: /Sign in as jcitizen/ }).click()
      await openPage(page, 'Mirrors')
      await expect(page.getByRole('row', { name: /Sydney/ })).toBeVisible()
      await expect(page.getByRole('row', { name: /Virginia/ })).toHaveCount(0)
    })

    await test.step('each load starts it anew, at the same page', async () => {
      await expect(banner).toContainText('Each load of the page starts it anew.')
      await page.reload()
      await expect(heading(page, 'Mirror servers')).toBeVisible()
      await expect(page.getByRole('row', { name: /Virginia/ })).toBeVisible()
      await expect(page.getByRole('row', { name: /Sydney/ })).toHaveCount(0)
    })

    await test.step('has a link to every seed, and the address of a page carries it', async () => {
      await banner.getByText('Data: calm').click()
      await expect(banner.getByRole('link')).toHaveText([...SEED_NAMES])
      await banner.getByRole('link', { name: 'broken' }).click()
      await expect(banner).toContainText('Data: broken')
      await openPage(page, 'Mirrors')
      await page.getByRole('link', { name: 'Dead', exact: true }).click()
      await expect(heading(page, 'Dead')).toBeVisible()
      const shared = page.url()
      expect(shared).toBe(`${host.url}?seed=broken#/mirrors/dead`)
      const other = await page.context().newPage()
      await other.goto(shared)
      await expect(heading(other, 'Dead')).toBeVisible()
      await other.close()
    })

    await test.step('moves the focus to the content, and stays at its page', async () => {
      const address = page.url()
      await page.getByRole('link', { name: 'Skip to content' }).press('Enter')
      await expect(page.getByRole('main')).toBeFocused()
      expect(page.url()).toBe(address)
    })

    await test.step('says what it needs where there are no service workers', async () => {
      const other = await page.context().newPage()
      await other.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, 'serviceWorker'))
      await other.goto(host.url)
      await expect(other.getByRole('alert')).toContainText('needs HTTPS (or localhost)')
      await other.close()
    })

    await guard.check()
    expect(host.missing).toEqual([])
  } finally {
    host.stop()
  }
})
