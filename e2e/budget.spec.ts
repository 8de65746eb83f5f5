import { type Browser, expect, type Page, test as plainTest } from '@playwright/test'
import { brotliSizeOf, builtFiles } from './built-files.ts'
import { meterTransfers, type Transfer } from './transfer-meter.ts'
import { test } from './world.ts'

// A recorded trace keeps a copy of the page in its own heap.
test.use({ trace: 'off' })

const KB = 1000

const bytesOf = (transfers: readonly Transfer[], type?: string): number =>
  transfers.reduce(
    (sum, transfer) => (type === undefined || transfer.type === type ? sum + transfer.bytes : sum),
    0,
  )

/** The browser asks for the icon whenever it likes, and never before what the page needs. */
const isIcon = ({ url }: Transfer): boolean => new URL(url).pathname.startsWith('/favicon')

const firstDataRow = (page: Page) => page.getByRole('button', { name: /^Accept / }).first()

/** What the page asks of the gateway about Bitbucket and mirrors, once for each thing. */
const isData = ({ url }: Transfer): boolean => /\/(?:rest|-)\//.test(new URL(url).pathname)

/** The pages that are opened first, with one request for the status of all mirrors; what counts as their first row that answers; how much they read until then. */
const PAGES = [
  {
    path: '/',
    row: 'main section h2',
    reads: 5,
    scriptsKb: 138,
    totalKb: 150,
    requests: 12,
  },
  {
    path: '/requests',
    row: 'button[aria-label^="Accept "]',
    reads: 1,
    scriptsKb: 151,
    totalKb: 161,
    requests: 12,
  },
  {
    path: '/mirrors',
    row: 'tbody th[scope="row"] a',
    reads: 5,
    // What doubts names that look alike follows the rows at once, in two files.
    scriptsKb: 162,
    totalKb: 165,
    requests: 14,
  },
  // The page asks each of its four mirrors by itself. Where they answer at once, the list of all mirrors and their own
  // status, which are asked after that, are counted too.
  {
    path: '/repositories/11',
    row: 'ul[aria-label="Availability"] > li',
    reads: 10,
    scriptsKb: 143,
    totalKb: 155,
    requests: 12,
  },
] as const

for (const { path, row, reads, scriptsKb, totalKb, requests } of PAGES) {
  // The document, its first script, the first styles, the app, what most pages share, the page, and at most four small files
  // that the page shares with dialogs and few other pages.
  test(`${path} costs at most ${totalKb} kB in ${requests} requests, without what it reads, until its first row`, async ({
    signedInPage,
    context,
  }) => {
    await signedInPage.close()
    const page = await context.newPage()
    const transfers = await meterTransfers(page)
    await page.addInitScript((selector) => {
      const look = () => {
        if (document.querySelector(selector) === null) requestAnimationFrame(look)
        else Object.assign(globalThis, { rowAt: performance.timeOrigin + performance.now() })
      }
      requestAnimationFrame(look)
    }, row)
    await page.goto(path, { waitUntil: 'commit' })
    const noted = await page.waitForFunction(() => Number(Reflect.get(globalThis, 'rowAt') ?? 0))
    const rowAt = await noted.jsonValue()
    // What is asked for after the row is not counted; what was asked before is counted whole.
    await page.waitForLoadState('networkidle')
    const all = transfers().filter((transfer) => !isIcon(transfer) && transfer.at < rowAt)
    const seen = all.filter((transfer) => !isData(transfer))
    const listed = all.map(({ url, type, bytes }) => `${type} ${bytes} ${new URL(url).pathname}`).join('\n')
    expect(all.length - seen.length, listed).toBeLessThanOrEqual(reads)
    expect(seen.length, listed).toBeLessThanOrEqual(requests)
    expect(bytesOf(seen), listed).toBeLessThanOrEqual(totalKb * KB)
    expect(bytesOf(seen, 'Script'), listed).toBeLessThanOrEqual(scriptsKb * KB)
    expect(bytesOf(seen, 'Stylesheet'), listed).toBeLessThanOrEqual(8 * KB)
  })
}

test('every other page brings at most 26 kB of code, with what the frame loads in its first seconds', async ({
  signedInPage: page,
  context,
  world,
}) => {
  await page.goto('/requests')
  await expect(firstDataRow(page)).toBeVisible()
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(addresses.length).toBeGreaterThan(1)
  for (const address of addresses) {
    // A fresh tab each, so that one page's code is not counted as already there for the next.
    const tab = await context.newPage()
    await tab.goto(`${world.url}/requests`)
    await expect(firstDataRow(tab)).toBeVisible()
    const transfers = await meterTransfers(tab)
    const link = tab.getByRole('navigation', { name: 'Main' }).locator(`a[href="${address}"]`)
    await link.click()
    await expect(link).toHaveAttribute('aria-current', 'page')
    await tab.waitForLoadState('networkidle')
    expect(bytesOf(transfers(), 'Script'), address).toBeLessThanOrEqual(26 * KB)
    await tab.close()
  }
})

plainTest('the whole product is at most 330 kB of JavaScript', () => {
  const scripts = builtFiles().filter(({ path }) => path.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(1)
  const total = scripts.reduce((sum, script) => sum + brotliSizeOf(script), 0)
  expect(total).toBeLessThanOrEqual(330 * KB)
})

/** Unwatched and not by role and name: what Playwright brings into a page for that is half a megabyte itself. */
const openUnwatched = async (browser: Browser, signedInPage: Page, url: string) => {
  const context = await browser.newContext({ storageState: await signedInPage.context().storageState() })
  const page = await context.newPage()
  await page.goto(`${url}/requests`)
  await page.waitForFunction(() => document.querySelector('tbody th[scope="row"] a') !== null)
  await page.waitForLoadState('networkidle')
  const session = await context.newCDPSession(page)
  return {
    page,
    elements: () => page.evaluate(() => document.querySelectorAll('*').length),
    heap: async () => {
      await session.send('HeapProfiler.collectGarbage')
      return (await session.send('Runtime.getHeapUsage')).usedSize
    },
    close: () => context.close(),
  }
}

test.describe('with ten thousand requests', () => {
  test.use({ seed: 'crowded' })

  test('the first page is at most 700 elements and 5.2 MB of heap', async ({
    browser,
    signedInPage,
    world,
  }) => {
    const { elements, heap, close } = await openUnwatched(browser, signedInPage, world.url)
    expect(await elements()).toBeLessThanOrEqual(700)
    expect(await heap()).toBeLessThanOrEqual(5_200_000)
    await close()
  })

  test('all of them are at most 900 elements and 8.5 MB of heap, once their orders are prepared', async ({
    browser,
    signedInPage,
    world,
  }) => {
    const { page, elements, heap, close } = await openUnwatched(browser, signedInPage, world.url)
    await page.evaluate(() => {
      for (const button of document.querySelectorAll('button')) {
        if (button.textContent === 'Read all') button.click()
      }
    })
    await page.waitForFunction(
      () => Number(document.querySelector('table')?.getAttribute('aria-rowcount')) > 10_000,
    )
    expect(await elements()).toBeLessThanOrEqual(900)
    await expect.poll(heap, { timeout: 20_000 }).toBeLessThanOrEqual(8_500_000)
    await close()
  })
})
