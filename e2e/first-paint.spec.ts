import { expect, type Page } from '@playwright/test'
import { builtFiles } from './built-files.ts'
import { meterTransfers } from './transfer-meter.ts'
import { watchShifts } from './watch-shifts.ts'
import { test } from './world.ts'

/** Where the boxes of the frame are, by the words in them. */
const frameBoxes = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page
    .locator('#root > div > header, nav[aria-label="Main"] li, aside[aria-label="Simulated data"]')
    .evaluateAll((all) =>
      Object.fromEntries(
        all.map((element) => {
          const { x, y, width, height } = element.getBoundingClientRect()
          const name = element.matches('header') ? 'header' : (element.textContent ?? '').trim()
          return [name, [x, y, width, height].map(Math.round).join(' ')]
        }),
      ),
    )

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
]) {
  test(`the frame is in the document, where the app will draw it, ${viewport.width} px wide`, async ({
    browser,
    signedInPage: page,
    world,
  }) => {
    await page.setViewportSize(viewport)
    const withoutScript = await browser.newContext({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
      viewport,
    })
    const still = await withoutScript.newPage()
    await still.goto(`${world.url}/requests`)
    await page.goto('/requests')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const drawn = await frameBoxes(page)
    const isPhone = viewport.width < 768
    expect(Object.keys(drawn).length).toBe(12)
    expect(await frameBoxes(still)).toEqual(drawn)
    await expect(still.getByText('Coverage')).toBeVisible({ visible: !isPhone })
    await withoutScript.close()
  })
}

const PAGES = [
  '/',
  '/requests',
  '/mirrors',
  '/repositories',
  '/coverage',
  '/preferred-mirror',
  '/diagnostics',
  '/upstream',
  '/requests/6',
  '/requests/new',
  '/repositories/11',
  '/projects/1',
]

test('no page asks for anything twice, and nothing shifts while it fills', async ({
  signedInPage,
  context,
}) => {
  await signedInPage.close()
  for (const path of PAGES) {
    const page = await context.newPage()
    const shift = await watchShifts(page)
    const transfers = await meterTransfers(page)
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    const asked = transfers().map(({ url, sent }) => `${url} ${sent}`)
    expect(
      asked.filter((one, at) => asked.indexOf(one) !== at),
      path,
    ).toEqual([])
    expect(await shift(), path).toBeLessThanOrEqual(0.01)
    await page.close()
  }
})

test('the document asks for what draws it, then for the app, and only then for everything else', async ({
  signedInPage: page,
}) => {
  const html = (await (await page.goto('/'))?.text()) ?? ''
  const asked = [...html.matchAll(/<(?:script|link)[^>]* (?:src|href)="([^"]+)"/g)].map(
    ([, address]) => address,
  )
  expect(asked.length).toBeGreaterThan(6)
  expect(asked.slice(0, 2)).toEqual([
    expect.stringMatching(/^\/assets\/early-/),
    expect.stringMatching(/^\/assets\/index-/),
  ])
})

test('the app is compiled while it arrives', () => {
  const apps = builtFiles().filter(({ path }) => /^assets\/index-.*\.js$/.test(path))
  expect(apps.map(({ content }) => content.toString().split('\n', 1))).toEqual([
    ['//# allFunctionsCalledOnLoad'],
  ])
})

/** What the document itself names of what the page reads. */
const namedData = (html: string): readonly string[] =>
  [...html.matchAll(/<link rel="preload" as="fetch" crossorigin href="([^"]+)"/g)].map(([, address = '']) =>
    address.replaceAll('&amp;', '&'),
  )

for (const [path, data] of [
  [
    '/',
    ['mirrorServers?start=0&limit=1000', 'requests?start=0&limit=60&state=PENDING', 'application-properties'],
  ],
  ['/requests', ['requests?start=0&limit=60&state=PENDING']],
  [
    '/mirrors',
    ['mirrorServers?start=0&limit=1000', 'account/settings/preferred-mirror', 'application-properties'],
  ],
  [
    '/repositories/11',
    [
      'repos/11?includeDefaultBranch=true',
      'repos/11/mirrors?start=0&limit=1000',
      'account/settings/preferred-mirror',
    ],
  ],
] as const) {
  test(`the document at ${path} asks for its data, and the app asks for none of it again`, async ({
    signedInPage: page,
  }) => {
    const answer = await page.goto(path)
    const named = namedData((await answer?.text()) ?? '')
    expect(named.map((address) => address.replace(/^.*\/latest\//, ''))).toEqual(data)
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
    await page.waitForLoadState('networkidle')
    const asked = await page.evaluate(() =>
      performance.getEntriesByType('resource').map((entry) => {
        const { pathname, search } = new URL(entry.name)
        return [pathname + search, Reflect.get(entry, 'initiatorType')]
      }),
    )
    for (const address of named) {
      expect(asked.filter(([target]) => target === address)).toEqual([[address, 'link']])
    }
    // Its answer is timed, so only its reader may ask.
    for (const [target, initiator] of asked) {
      if (String(target).endsWith('/analyticsSettings')) expect(initiator).toBe('fetch')
    }
  })
}

test('the document names no data for an address with a query, and nothing for users who are signed out', async ({
  signedInPage: page,
  playwright,
  world,
}) => {
  const html = { headers: { accept: 'text/html' } }
  const filtered = await (await page.request.get('/requests?state=ACCEPTED', html)).text()
  expect(namedData(filtered)).toEqual([])
  expect(filtered).toContain('rel="modulepreload" href="/assets/')
  const anonymous = await playwright.request.newContext({ baseURL: world.url })
  const signedOut = await (await anonymous.get('/requests', html)).text()
  expect(signedOut).not.toMatch(/rel="(?:preload|modulepreload)"/)
  expect(signedOut).not.toContain('<!--pages:')
  await anonymous.dispose()
})

for (const [delayed, width] of [
  ['application-properties', 1280],
  ['requests', 1280],
  ['mirrorServers', 1280],
  ['application-properties', 390],
  ['requests', 390],
] as const) {
  test(`no shift of the overview when ${delayed} is last, ${width} px`, async ({ signedInPage: page }) => {
    await page.setViewportSize({ width, height: 844 })
    const released = Promise.withResolvers<undefined>()
    await page.route(`**/rest/*/latest/${delayed}*`, async (route) => {
      await released.promise
      await route.continue()
    })
    const shift = await watchShifts(page)
    await page.goto('/')
    const unread = page.getByText('Reading', { exact: true })
    if (delayed !== 'mirrorServers') await expect(unread).toHaveCount(1)
    released.resolve(undefined)
    await expect(page.getByRole('heading', { name: 'Incidents' })).toBeVisible()
    await expect(unread).toHaveCount(0)
    expect(await shift()).toBeLessThanOrEqual(0.01)
  })
}

for (const [path, delayed] of [
  ['/requests/6', 'mirrorServers'],
  ['/requests/6', 'application-properties'],
  ['/projects/1', 'projects/1'],
  ['/mirrors', 'application-properties'],
  ['/coverage', 'mirrorServers'],
] as const) {
  test(`${path} does not shift when ${delayed} comes last, wide and on a phone`, async ({
    signedInPage,
    context,
  }) => {
    await signedInPage.close()
    for (const width of [1280, 390]) {
      const page = await context.newPage()
      await page.setViewportSize({ width, height: 844 })
      const released = Promise.withResolvers<undefined>()
      const held = page.waitForRequest((request) => request.url().includes(`/latest/${delayed}`))
      await page.route(`**/rest/*/latest/${delayed}*`, async (route) => {
        await released.promise
        await route.continue()
      })
      const shift = await watchShifts(page)
      await page.goto(path)
      await held
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      released.resolve(undefined)
      await page.waitForLoadState('networkidle')
      expect(await shift(), `${String(width)} px`).toBeLessThanOrEqual(0.01)
      await page.close()
    }
  })
}

test('a chosen colour scheme applies from the first paint', async ({ signedInPage: page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await page.goto('/requests')
  await page.evaluate(() => localStorage.setItem('mirror-console-color-scheme', 'dark'))
  // The app itself never arrives: what is seen is the document alone.
  await page.route('**/assets/*.js', (route) =>
    route.request().url().includes('/early-') ? route.continue() : route.abort(),
  )
  await page.goto('/requests')
  await expect(page.locator('header')).toHaveCSS('background-color', 'rgb(22, 25, 29)')
})
