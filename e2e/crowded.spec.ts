import { expect } from '@playwright/test'
import { test } from './world.ts'

test.use({ seed: 'crowded' })

/** What a long list may cost in elements, at any length. */
const MAX_ELEMENTS = 900

/** Room for ten thousand rows on a busy machine. */
const whole = { timeout: 20_000 }

test('fifteen thousand requests are read to be sorted, and few of them are drawn', async ({
  signedInPage: page,
}) => {
  const elements = () => page.evaluate(() => document.querySelectorAll('*').length)
  await page.goto('/requests?state=ALL')
  await expect(page.getByText('60 requests read so far, there are more.')).toBeVisible()
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(page.getByText('15,100 requests loaded.')).toBeVisible(whole)
  await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '15101')
  expect(await elements()).toBeLessThan(MAX_ELEMENTS)

  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')
  await expect(page.getByRole('rowheader').first()).toHaveText('Turin 9995')
  // Rows are measured as they are drawn, and the end moves with them.
  await expect(async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await expect(page.locator('[aria-rowindex="15101"]')).toBeVisible({ timeout: 500 })
  }).toPass()
  expect(await elements()).toBeLessThan(MAX_ELEMENTS)

  await page.evaluate(() => scrollTo(0, 0))
  await page.getByRole('searchbox', { name: 'Search' }).fill('Turin 9995')
  await expect(page.getByRole('rowheader')).toHaveText(['Turin 9995'])
})

test.describe('ten thousand pending requests', () => {
  test('are searched as a whole, from the address and while one types', async ({ signedInPage: page }) => {
    await page.goto('/requests?search=Accra+15083')
    await expect(page.getByRole('rowheader')).toHaveText(['Accra 15083'], whole)
    await expect(page.getByText('1 of 10,000 loaded requests shown.')).toBeVisible(whole)
    await page.reload()
    await page.getByRole('searchbox', { name: 'Search' }).fill('accra 1003')
    await expect(page.getByRole('rowheader').first()).toHaveText('Accra 1003', whole)
    await page.getByRole('searchbox', { name: 'Search' }).fill('no such mirror')
    await expect(page.getByText('No request matches the search.')).toBeVisible(whole)
    await expect(page.getByRole('link', { name: 'Pending 10,000' })).toBeVisible()
  })

  test('lose the one that was decided about, without being read again', async ({
    signedInPage: page,
    bitbucket,
  }) => {
    await page.goto('/requests?search=accra+15083')
    await expect(page.getByText('1 of 10,000 loaded requests shown.')).toBeVisible(whole)
    let pages = 0
    page.on('request', (request) => {
      if (new URL(request.url()).searchParams.has('limit')) pages += 1
    })
    await page.getByRole('button', { name: 'Reject Accra 15083' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Reject request' }).click()
    await expect(page.getByText('Accra 15083 was rejected')).toBeVisible()
    await expect(page.getByText('No request matches the search.')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Pending 9,999' })).toBeVisible()
    expect(pages).toBe(0)
    const { text } = await bitbucket.call('getRequest', { parameters: { mirroringRequestId: '15083' } })
    expect(text).toContain('REJECTED')
  })

  test('are read on by scrolling, a page at a time', async ({ signedInPage: page }) => {
    await page.goto('/requests')
    await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '61')
    await expect(page.getByRole('link', { name: 'Pending at least 60' })).toBeVisible()
    await expect(page.locator('table tbody[aria-hidden]')).toHaveCount(2)
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await expect(page.getByText('1,059 requests read so far, there are more.')).toBeVisible()
    await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '1060')
  })
})

test.describe('a Bitbucket that asks to wait between pages', () => {
  test.use({ lists: 'limited' })

  test('is waited for, and a person can stop and go on', async ({ signedInPage: page }) => {
    await page.goto('/requests?search=accra+15083')
    await expect(
      page.getByText(/^0 of at least .* Bitbucket asked to wait\. Reading goes on at/),
    ).toBeVisible(whole)
    await page.getByRole('button', { name: 'Stop reading' }).click()
    await expect(page.getByText(/^Not found yet: [\d,]+ requests read so far\.$/)).toBeVisible()
    await expect(page.getByText('Reading was stopped.', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Continue' }).first().click()
    await expect(page.getByRole('rowheader')).toHaveText(['Accra 15083'], whole)
  })
})

test.describe('lists that change while they are read', () => {
  test.use({ lists: 'changing' })

  test('lose no row, show none twice, and say so', async ({ signedInPage: page }) => {
    await page.goto('/requests?sort=name.asc')
    await expect(
      page.getByText(/sent twice and shown once\. The list changed while it was read\.$/),
    ).toBeVisible(whole)
    await page.getByRole('button', { name: 'Read again' }).click()
    // The last of all rows, which every change before it moves.
    await page.getByRole('searchbox', { name: 'Search' }).fill('Accra 15083')
    await expect(page.getByText(/^1 of [\d,]+ loaded requests shown/)).toBeVisible(whole)
    await expect(page.getByRole('rowheader')).toHaveText(['Accra 15083'])
  })
})

for (const lists of ['capped', 'gaps'] as const) {
  test.describe(`lists of a Bitbucket that is "${lists}"`, () => {
    test.use({ lists, seed: 'calm' })

    test('are read to their end', async ({ signedInPage: page }) => {
      await page.goto('/repositories?sort=name.desc')
      await expect(page.getByText('30 repositories loaded.')).toBeVisible()
      await page.goto('/requests?state=ALL&search=toronto')
      await expect(page.getByRole('rowheader')).toHaveText(['Toronto'])
    })
  })
}
