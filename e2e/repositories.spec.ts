import { expect, type Page } from '@playwright/test'
import { test } from './world.ts'

const mirrorIn = (page: Page, name: string) =>
  page
    .getByRole('list', { name: 'Availability' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) })

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search' })

/** What Bitbucket's search is asked for, one text for each question. */
const questionsOf = (page: Page): readonly string[] => {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    const question = searchParams.get('name') ?? searchParams.get('projectkey')
    if (pathname === '/rest/api/latest/repos' && question !== null) asked.push(question)
  })
  return asked
}

test('a list that was read is searched here, and the address keeps search and sort', async ({
  page,
  signInAs,
}) => {
  await signInAs('jcitizen')
  const asked = questionsOf(page)
  await page.goto('/repositories')
  await expect(page.getByRole('rowheader', { name: 'ledger' })).toBeVisible()
  await search(page).pressSequentially('re', { delay: 20 })
  await expect(page).toHaveURL(/search=re/)
  await expect(page.getByRole('rowheader', { name: 'release-tools' })).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'ledger' })).toHaveCount(0)
  expect(asked).toEqual([])
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  const names = await page.getByRole('rowheader').allTextContents()
  expect(names).toEqual(names.toSorted())
  await page.reload()
  await expect(search(page)).toHaveValue('re')
  await expect(page.getByRole('rowheader')).toHaveText(names)
  await search(page).fill('no such thing')
  await expect(page.getByRole('table')).toHaveCount(0)
  await expect(page.getByRole('main')).toContainText('no such thing')
})

/** Puts a text on the clipboard and presses the keys that paste it. */
const paste = async (page: Page, text: string) => {
  await page.evaluate((written) => navigator.clipboard.writeText(written), text)
  await page.keyboard.press('Control+v')
}

test('an address from the clipboard leads to its repository by two keys, and its token goes nowhere', async ({
  signedInPage: page,
  context,
  world,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url() + (request.postData() ?? '')))
  await page.goto('/repositories')
  await expect(page.getByRole('rowheader', { name: 'ledger' })).toBeVisible()
  await page.keyboard.press('/')
  await paste(
    page,
    `git clone ${world.bitbucketUrl.replace('://', '://ci:S3CR3T@')}/scm/mob/design-tokens.git`,
  )
  await expect(search(page)).toHaveValue('MOB/design-tokens')
  await expect(page).toHaveURL(/\?search=MOB%2Fdesign-tokens$/)
  await expect(page.getByRole('rowheader')).toHaveText(['Design tokens'])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Design tokens' })).toBeVisible()
  await page.goBack()
  await expect(search(page)).toHaveValue('MOB/design-tokens')
  expect(sent.join('\n')).not.toContain('S3CR3T')
  expect(await page.content()).not.toContain('S3CR3T')
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), history.state]),
  )
  expect(kept).not.toContain('S3CR3T')
})

test.describe('among 100,000', () => {
  test.use({ seed: 'crowded' })

  test('each letter is not a question of its own, and what is found comes before the list was read', async ({
    page,
    signInAs,
  }) => {
    await signInAs('jcitizen')
    const asked = questionsOf(page)
    await page.goto('/repositories')
    await expect(page.getByRole('rowheader').first()).toBeVisible()
    await search(page).pressSequentially('atlas-cli-60001', { delay: 20 })
    await expect(page.getByRole('rowheader')).toHaveText(['Atlas cli 60001'])
    // The name in both spellings, and the key of a project that may begin so.
    expect(asked).toEqual(expect.arrayContaining(['atlas cli 60001', 'atlas-cli-60001', 'atlas-cli-60001']))
    // A pause in typing asks too, and a busy machine makes some; fifteen letters would be thirty questions and more.
    expect(asked.length).toBeLessThanOrEqual(9)
  })
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
  expect(copied).toMatch(/^http:\/\/127\.0\.1\.\d+:\d+\/scm\/pay\/ledger\.git$/)
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
