import { expect, test } from '@playwright/test'
import { bitbucketAt } from './bitbucket-at.ts'
import { guardPage } from './page-guard.ts'
import { startOwnWorld } from './own-world.ts'

test('the main job works with an existing Bitbucket, by its documented operations alone', async ({
  page,
}) => {
  const world = await startOwnWorld('calm')
  try {
    const guard = await guardPage(page, world.url)
    const bitbucket = bitbucketAt(world.bitbucketUrl, 'admin')
    await page.goto(`${world.url}/requests`)
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText(world.front.url)
    await expect(page.getByRole('button', { name: /^Sign in as/ })).toHaveCount(0)
    await page.getByLabel('HTTP access token').fill('admin-token')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('banner')).toContainText(world.front.url)
    await expect(page.getByText(/simulated/)).toHaveCount(0)

    await page.getByRole('button', { name: 'Accept Sydney' }).click()
    const dialog = page.getByRole('dialog', { name: 'Accept Sydney?' })
    await dialog.getByRole('checkbox', { name: 'I expected this mirror' }).check()
    await dialog.getByRole('button', { name: 'Accept mirror' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Sydney was accepted' })).toBeVisible()
    expect((await bitbucket.mirrors()).map(({ name }) => name)).toContain('Sydney')

    await page.getByRole('link', { name: 'Mirrors', exact: true }).click()
    await expect(page.getByRole('row', { name: /Dublin/ })).toContainText('Healthy')
    await page.getByRole('link', { name: 'Repositories' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Repositories' })).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search' }).fill('ledger')
    await expect(page.getByRole('rowheader')).toHaveText(['ledger'])
    await page.getByRole('link', { name: 'ledger', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Copy http clone address of Dublin' })).toBeVisible()
    await page.getByRole('link', { name: 'Preferred mirror', exact: true }).click()
    await page.getByRole('radio', { name: 'Dublin' }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(
      page.getByRole('status').filter({ hasText: 'Dublin is now your preferred mirror' }),
    ).toBeVisible()
    expect((await bitbucket.preferredMirror())?.name).toBe('Dublin')
    expect(world.front.undocumented).toEqual([])
    await guard.check()
  } finally {
    await world.stop()
  }
})

test('a Bitbucket that is down at the start is named, and found when it is up', async ({ page }) => {
  const world = await startOwnWorld('calm', false)
  try {
    const guard = await guardPage(page, world.url)
    expect((await page.request.get(`${world.url}/-/health`)).status()).toBe(200)
    expect((await page.request.get(`${world.url}/-/ready`)).status()).toBe(503)
    await page.goto(`${world.url}/requests`)
    await page.getByLabel('HTTP access token').fill('admin-token')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('Bitbucket cannot be reached')
    await expect(page.getByLabel('HTTP access token')).toHaveValue('admin-token')
    await world.front.reopen()
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await expect(page.getByRole('rowheader', { name: 'Sydney' })).toBeVisible()
    await expect.poll(async () => (await page.request.get(`${world.url}/-/ready`)).status()).toBe(200)
    await guard.check()
  } finally {
    await world.stop()
  }
})
