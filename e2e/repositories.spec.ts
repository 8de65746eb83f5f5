import { expect, type Page } from '@playwright/test'
import { test } from './world.ts'

const mirrorIn = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Availability' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) })

test('the server searches, and the address keeps search and sort', async ({ page, signInAs }) => {
  // This account may not read the list, which is searched in the browser once it is whole.
  await signInAs('jcitizen')
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    if (pathname === '/rest/api/latest/repos') asked.push(searchParams.get('name') ?? '')
  })
  await page.goto('/repositories')
  await expect(page.getByRole('rowheader', { name: 'ledger' })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search' }).pressSequentially('re', { delay: 20 })
  await expect(page).toHaveURL(/search=re/)
  await expect(page.getByRole('rowheader', { name: 'release-tools' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'ledger' })).toHaveCount(0)
  // Each letter is not a question of its own.
  expect(asked.filter((name) => name !== '')).toEqual(['re'])
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  const names = await page.getByRole('rowheader').allTextContents()
  expect(names).toEqual(names.toSorted())
  await page.reload()
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('re')
  await expect(page.getByRole('rowheader')).toHaveText(names)
  await page.getByRole('searchbox', { name: 'Search' }).fill('no such thing')
  await expect(page.getByRole('table')).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('no such thing')
})

test('a clone address is copied, and the result is announced', async ({ signedInPage: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/repositories/11')
  await expect(mirrorIn(page, 'Dublin').getByText('Available', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Copy http clone address of Dublin' }).click()
  await expect(
    page.getByRole('status').filter({ hasText: 'Copied http clone address of Dublin' }),
  ).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toMatch(/^http:\/\/dublin\.mirrors\.localhost:\d+\/scm\/pay\/ledger\.git$/)
  await expect(mirrorIn(page, 'Dublin')).toContainText(copied)
})

test('what an account may not see is neither listed nor opened', async ({ page, signInAs }) => {
  await signInAs('jcitizen')
  await page.goto('/repositories')
  await expect(page.getByRole('rowheader')).toHaveCount(24)
  await page.goto('/repositories/51')
  await expect(page.getByRole('alert')).toContainText(/no repository with this id|not permitted/)
  await expect(page.getByText('threat-models')).toHaveCount(0)
  await page.context().clearCookies()
  await signInAs('guest')
  for (const address of ['/repositories', '/repositories/11', '/mirrors', '/requests', '/preferred-mirror']) {
    await page.goto(address)
    await expect(page.getByRole('heading', { level: 1 }), address).toBeVisible()
    await expect(page.getByRole('main'), address).toContainText(
      /not permitted|see no repository|no repository/,
    )
  }
})

test.describe('with broken mirrors', () => {
  test.use({ seed: 'broken' })

  test('each mirror is asked separately: one that hangs delays no other', async ({ signedInPage: page }) => {
    await page.goto('/repositories/11')
    await expect(mirrorIn(page, 'Healthy').getByText('Available', { exact: true })).toBeVisible()
    // Not yet given up: that takes five seconds.
    await expect(mirrorIn(page, 'Hangs')).toContainText(/Asking|Still waiting/)
    for (const [name, word] of [
      ['Stale', 'Available'],
      ['Clock differs', 'Refused'],
      ['Refused', 'Refused'],
      ['Dead', 'Unreachable'],
      ['Error available', 'Available but failing to update'],
      ['Error initializing', 'Failed to initialize'],
      ['Initializing', 'Initializing'],
      ['Not mirrored', 'Not mirrored'],
      ['Redirect', 'Unreadable answer'],
      ['Huge', 'Unreadable answer'],
      ['Html', 'Unreadable answer'],
      ['Wrong content', 'Unreadable answer'],
      ['Disabled', 'Disabled'],
    ] as const) {
      // The name of a mirror may equal the text that is searched.
      const answer = mirrorIn(page, name).locator(':scope > :nth-child(2)')
      await expect(answer.getByText(word, { exact: true }), name).toBeVisible()
    }
    await expect(mirrorIn(page, 'Slow')).toContainText('The mirror serves this repository')
    await expect(mirrorIn(page, 'Hangs')).toContainText('Timed out', { timeout: 8000 })
    await expect(mirrorIn(page, 'Clock differs')).toContainText('clock 7 minutes ahead')
    // Could not ask is never the same as not mirrored.
    await expect(page.getByText('Not mirrored', { exact: true })).toHaveCount(2)
    const ask = page.getByRole('button', { name: 'Ask Disabled', exact: true })
    await ask.click()
    await expect(mirrorIn(page, 'Disabled').getByText('Available', { exact: true })).toBeVisible()
  })
})

test.describe('with hostile data', () => {
  test.use({ seed: 'hostile' })

  test('an address that would run a command is shown and not offered for copying', async ({
    signedInPage: page,
    world,
  }) => {
    await page.goto(`${world.url}/repositories/1?search=virginia`)
    const row = mirrorIn(page, 'Virginia').filter({ hasText: 'Not offered for copying' })
    // Thirty mirrors are asked before it, five at a time.
    await expect(row).toBeVisible({ timeout: 15_000 })
    await row.getByText('Push addresses').click()
    for (const address of await row.getByRole('listitem').all()) {
      const text = (await address.innerText()).replaceAll('\n', ' ')
      const isRefused = text.includes('Not offered for copying')
      await expect(address.getByRole('button', { name: /^Copy/ }), text).toHaveCount(isRefused ? 0 : 1)
      if (!isRefused) expect(text).toMatch(/(?:https?|ssh):\/\/|git@/)
    }
    await page.goto(`${world.url}/repositories/1?search=inward`)
    await expect(mirrorIn(page, 'Inward')).toContainText('Unreadable answer')
    expect(await page.evaluate(() => Reflect.get(globalThis, 'polluted'))).toBeUndefined()
  })
})
