import { expect, type Page } from '@playwright/test'
import { CAPTCHA_ACCOUNT } from '#upstream/sentinels.ts'
import { bitbucketAt } from './bitbucket-at.ts'
import { guardPage } from './page-guard.ts'
import { signIn } from './sign-in.ts'
import { test } from './world.ts'

const enterPassword = async (page: Page, username: string, password: string): Promise<void> => {
  await page.getByText('Username and password', { exact: true }).click()
  await page.getByLabel('Username', { exact: true }).fill(username)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

test('nothing is asked of Bitbucket before the user has signed in', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/rest/')) asked.push(pathname)
  })
  for (const path of ['/', '/mirrors', '/repositories/11']) {
    await page.goto(path)
    await expect(heading(page, 'Sign in')).toBeVisible()
  }
  expect(asked).toEqual([])
})

test('a refused sign-in says why and keeps what was typed; the right one returns to the same page', async ({
  page,
}) => {
  await page.goto('/mirrors?sort=name.desc')
  await expect(heading(page, 'Sign in')).toBeVisible()
  await enterPassword(page, 'admin', 'wrong')
  await expect(page.getByRole('alert')).toContainText('Bitbucket did not accept these credentials')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeFocused()
  await expect(page.getByLabel('Username', { exact: true })).toHaveValue('admin')
  await enterPassword(page, CAPTCHA_ACCOUNT, 'anything')
  await expect(page.getByRole('alert')).toContainText('CAPTCHA')
  await enterPassword(page, 'admin', 'admin')
  await expect(page).toHaveURL(/\/mirrors\?sort=name\.desc$/)
  await expect(heading(page, 'Mirror servers')).toBeVisible()
  await expect(page.getByRole('rowheader').first()).toContainText('Virginia')
})

test('an access token signs in as its owner, and an address of another site is never returned to', async ({
  page,
  world,
}) => {
  for (const returnTo of ['//evil.example/', 'https://evil.example/', '/\\evil.example', '/-/session']) {
    await page.goto(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`)
    await page.getByLabel('HTTP access token').fill('jcitizen-token')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    // The start page may lead on to another one of the console.
    await expect(page).toHaveURL(new RegExp(`^${world.url}/(?:repositories)?$`))
    await expect(page.getByRole('banner')).toContainText('jcitizen')
    await page.context().clearCookies()
  }
  await page.goto('/sign-in')
  await page.getByLabel('HTTP access token').fill('unknown-token')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('did not accept these credentials')
})

test('one click signs in with an account of the simulated data, and signing out leaves nothing behind', async ({
  page,
}) => {
  await page.goto('/sign-in')
  for (const name of ['jcitizen', 'guest']) {
    await expect(page.getByRole('button', { name: `Sign in as ${name}` })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Sign in as admin' }).click()
  await page.getByRole('link', { name: 'Mirrors', exact: true }).click()
  await expect(page.getByRole('rowheader', { name: 'Dublin' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(heading(page, 'Sign in')).toBeVisible()
  expect(await page.context().cookies()).toEqual([])

  await page.goBack()
  await expect(heading(page, 'Sign in')).toBeVisible()
  await expect(page.getByText('Dublin')).toHaveCount(0)
  const answer = await page.request.get('/rest/mirroring/latest/mirrorServers')
  expect(answer.status()).toBe(401)
})

test('an expired session asks to sign in over the page, and typed text stays', async ({
  signedInPage: page,
}) => {
  await page.goto('/requests')
  await page.getByRole('searchbox', { name: 'Search' }).fill('tor')
  await expect(page.getByRole('rowheader')).toHaveCount(1)
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Refresh' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await dialog.getByLabel('HTTP access token').fill('admin-token')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('tor')
  await expect(page).toHaveURL(/search=tor/)
  await expect(page.getByRole('rowheader')).toHaveText(['Toronto'])
  await page.getByRole('searchbox', { name: 'Search' }).fill('')
  await expect(page.getByRole('rowheader')).toHaveCount(3)
})

test('a session that ends in the middle of a decision sends nothing twice', async ({
  signedInPage: page,
  bitbucket,
}) => {
  await page.goto('/requests')
  await page.getByRole('button', { name: 'Reject Toronto' }).click()
  const dialog = page.getByRole('dialog', { name: 'Reject Toronto?' })
  await expect(dialog).toBeVisible()
  await page.context().clearCookies()
  await dialog.getByRole('button', { name: 'Reject request' }).click()
  const again = page.getByRole('dialog', { name: 'Sign in again' })
  await again.getByLabel('HTTP access token').fill('admin-token')
  await again.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(again).toBeHidden()
  expect(await bitbucket.requestsIn('PENDING')).toHaveLength(3)
  await dialog.getByRole('button', { name: 'Reject request' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Toronto was rejected' })).toBeVisible()
  expect((await bitbucket.requestsIn('REJECTED')).map(({ mirrorName }) => mirrorName)).toContain('Toronto')
})

test('another user who signs in over the page gets a fresh console', async ({ signedInPage: page }) => {
  await page.goto('/requests')
  await expect(page.getByRole('rowheader', { name: 'Sydney' })).toBeVisible()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Refresh' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('HTTP access token').fill('jcitizen-token')
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByText('You are not permitted to see mirroring requests')).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('jcitizen')
  await expect(page.getByText('Sydney')).toHaveCount(0)
})

test('two users at once never see each other’s data', async ({ page, world, browser }) => {
  const other = await browser.newContext({ baseURL: world.url })
  try {
    const theirs = await other.newPage()
    const guard = await guardPage(theirs, world.url)
    await signIn(page, world.url, 'admin')
    await signIn(theirs, world.url, 'jcitizen')
    await Promise.all([page.goto('/preferred-mirror'), theirs.goto('/preferred-mirror')])
    await expect(theirs.getByText('Your preferred mirror is')).toContainText('Your preferred mirror is')
    await expect(theirs.getByRole('radio', { name: 'Dublin' })).toBeChecked()
    await expect(page.getByText('You have no preferred mirror.')).toBeVisible()
    await page.getByRole('radio', { name: 'Virginia' }).check()
    await page.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Virginia is now' })).toBeVisible()
    await theirs.reload()
    await expect(theirs.getByRole('radio', { name: 'Dublin' })).toBeChecked()
    expect((await bitbucketAt(world.bitbucketUrl, 'jcitizen').preferredMirror())?.name).toBe('Dublin')

    await Promise.all([page.goto('/repositories'), theirs.goto('/repositories')])
    await expect(page.getByRole('rowheader', { name: 'threat-models' })).toBeVisible()
    await expect(theirs.getByRole('rowheader', { name: 'ledger' })).toBeVisible()
    await expect(theirs.getByRole('rowheader', { name: 'threat-models' })).toHaveCount(0)
    await guard.check()
  } finally {
    await other.close()
  }
})
