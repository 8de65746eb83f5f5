import { expect, type Page } from '@playwright/test'
import { test } from './world.ts'

/** Keeps the app's own scripts waiting until they are let go. */
const holdApp = async (page: Page): Promise<() => void> => {
  const isFree = Promise.withResolvers<undefined>()
  await page.route('**/assets/*.js', async (route) => {
    if (!route.request().url().includes('/early-')) await isFree.promise
    await route.continue()
  })
  return () => isFree.resolve(undefined)
}

/** Where the parts of the page are, in the order of the document. */
const boxesOf = (page: Page): Promise<readonly string[]> =>
  page.locator('main :is(h1, nav a, input, button, th, td)').evaluateAll((all) =>
    all.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      return [element.tagName, ...[x, y, width, height].map(Math.round)].join(' ')
    }),
  )

for (const width of [1280, 390]) {
  test(`rows are seen before the app is there, and where it will draw them, ${String(width)} px wide`, async ({
    signedInPage: page,
  }) => {
    await page.setViewportSize({ width, height: 844 })
    const letGo = await holdApp(page)
    await page.goto('/requests', { waitUntil: 'commit' })
    const early = page.locator('main[inert]')
    await expect(early.locator('tbody th')).toHaveText(['Sydney', 'São Paulo', 'Toronto'])
    // They cannot be used, and lead nowhere.
    await expect(page.getByRole('button', { name: 'Accept Sydney' })).toHaveCount(0)
    await expect(early.locator('[href]')).toHaveCount(0)
    const before = await boxesOf(page)
    letGo()
    await expect(page.getByRole('button', { name: 'Accept Sydney' })).toBeVisible()
    await expect(early).toHaveCount(0)
    expect(await boxesOf(page)).toEqual(before)
  })
}

test('a page that somebody set up in another way waits for the app', async ({ signedInPage: page }) => {
  await page.goto('/requests')
  await expect(page.getByRole('button', { name: 'Accept Sydney' })).toBeVisible()
  await page.evaluate(() => localStorage.setItem('mirror-console-density', 'roomy'))
  const letGo = await holdApp(page)
  const answered = page.waitForResponse((response) => response.url().includes('/requests?'))
  await page.goto('/requests', { waitUntil: 'commit' })
  await (await answered).finished()
  // By then rows would be there, as the test before shows: the styles have come, and so has the answer.
  await page.waitForFunction(
    () => document.querySelector<HTMLLinkElement>('body > link[rel="stylesheet"]')?.sheet,
  )
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn, 100))))
  await expect(page.locator('main')).toBeEmpty()
  letGo()
  await expect(page.getByRole('button', { name: 'Accept Sydney' })).toBeVisible()
})

test('an app that cannot be had is told', async ({ signedInPage: page }) => {
  await page.route('**/assets/*.js', (route) =>
    route.request().url().includes('/early-') ? route.continue() : route.abort(),
  )
  await page.goto('/requests')
  await expect(page.getByRole('alert')).toHaveText(/could not be loaded/)
  await page.unroute('**/assets/*.js')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Accept Sydney' })).toBeVisible()
})

test.describe('where names attack', () => {
  test.use({ seed: 'hostile' })

  test('no row is shown before the app can show it as it must be shown', async ({ signedInPage: page }) => {
    const letGo = await holdApp(page)
    const answered = page.waitForResponse((response) => response.url().includes('/requests?'))
    await page.goto('/requests', { waitUntil: 'commit' })
    await (await answered).finished()
    await expect(page.locator('main[inert] h1')).toHaveText('Mirroring requests')
    await expect(page.locator('main[inert] tbody th')).toHaveCount(0)
    letGo()
    await expect(page.getByRole('button', { name: /^Accept / }).first()).toBeVisible()
  })
})
