import { type BrowserContext, expect, type Page, test as base } from '@playwright/test'
import { bitbucketAt } from './bitbucket-at.ts'
import { guardPage } from './page-guard.ts'
import { startWorld } from './start-world.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true })

/** Fills in the login page of Bitbucket, which the page shows. */
const logIn = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Username').fill(name)
  await page.getByLabel('Password').fill(name)
  await page.getByRole('button', { name: 'Log in' }).click()
}

const signInElsewhere = async (context: BrowserContext, origin: string, name: string): Promise<void> => {
  const tab = await context.newPage()
  await tab.goto(`${origin}/login`)
  await logIn(tab, name)
  await expect(tab.getByText('Signed in as')).toBeVisible()
  await tab.close()
}

/** A console on the host of its Bitbucket, for one test. */
const test = base.extend<{ readonly origin: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern which fixtures are asked for.
  origin: async ({}, use) => {
    const { world, stop } = await startWorld('calm', { SIGN_IN: 'bitbucket-session' })
    await use(world.url)
    await stop()
  },
})

test('who is signed in there sees the page with no click, and saves a preference', async ({
  page,
  context,
  origin,
}) => {
  const bitbucket = bitbucketAt(origin, 'jcitizen')
  await signInElsewhere(context, origin, 'jcitizen')
  const guard = await guardPage(page, origin)
  await page.goto(`${origin}/mirrors/preferred-mirror`)
  await expect(heading(page, 'Preferred mirror')).toBeVisible()
  await expect(page.getByTitle('Signed in as')).toHaveText('jcitizen')
  await page.getByRole('radio', { name: 'Virginia' }).check()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.getByRole('status').filter({ hasText: 'Virginia is now your preferred mirror' }),
  ).toBeVisible()
  expect((await bitbucket.preferredMirror())?.name).toBe('Virginia')
  expect((await context.cookies()).map(({ name }) => name)).toEqual(['BITBUCKETSESSIONID'])
  await guard.check()
})

test('a stranger is led to the login page of Bitbucket and back to the page', async ({ page, origin }) => {
  await page.goto(`${origin}/mirrors/mirrors?sort=name.desc`)
  await expect(heading(page, 'Sign in')).toBeVisible()
  await page.getByRole('link', { name: 'Sign in to Bitbucket' }).click()
  await logIn(page, 'admin')
  await expect(page).toHaveURL(`${origin}/mirrors/mirrors?sort=name.desc`)
  await expect(heading(page, 'Mirror servers')).toBeVisible()
  await expect(page.getByRole('rowheader').first()).toContainText('Virginia')
})

test('signing out leads through Bitbucket, and the console knows nobody afterwards', async ({
  page,
  context,
  origin,
}) => {
  await signInElsewhere(context, origin, 'admin')
  await page.goto(`${origin}/mirrors/`)
  await page.getByRole('link', { name: 'Sign out of Bitbucket' }).click()
  await expect(page).toHaveURL(`${origin}/login`)
  expect(await context.cookies()).toEqual([])
  await page.goto(`${origin}/mirrors/`)
  await expect(heading(page, 'Sign in')).toBeVisible()
})

test('signing out at Bitbucket in another tab is noticed, and nothing typed is lost', async ({
  page,
  context,
  origin,
}) => {
  await signInElsewhere(context, origin, 'admin')
  await page.goto(`${origin}/mirrors/requests`)
  const search = page.getByRole('searchbox', { name: 'Search' })
  await search.fill('tokyo')
  const tab = await context.newPage()
  await tab.goto(`${origin}/j_atl_security_logout`)
  await tab.close()
  await page.bringToFront()
  await page
    .getByRole('button', { name: /^Refresh/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog).toBeVisible()
  const [opened] = await Promise.all([
    context.waitForEvent('page'),
    dialog.getByRole('link', { name: 'Sign in (new tab)' }).click(),
  ])
  await logIn(opened, 'admin')
  await expect(heading(opened, 'Mirroring requests')).toBeVisible()
  await opened.close()
  await page.getByRole('button', { name: 'Go on here' }).click()
  await expect(dialog).toBeHidden()
  await expect(search).toHaveValue('tokyo')
})

test('another person who signs in at Bitbucket gets a page of their own, and nothing is done in their name', async ({
  page,
  context,
  origin,
}) => {
  await signInElsewhere(context, origin, 'admin')
  await page.goto(`${origin}/mirrors/preferred-mirror`)
  await page.getByRole('radio', { name: 'Virginia' }).check()
  await signInElsewhere(context, origin, 'jcitizen')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByTitle('Signed in as')).toHaveText('jcitizen')
  expect(await bitbucketAt(origin, 'admin').preferredMirror()).toBeNull()
  expect((await bitbucketAt(origin, 'jcitizen').preferredMirror())?.name).toBe('Dublin')
})
