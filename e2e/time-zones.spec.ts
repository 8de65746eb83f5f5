import { type Browser, expect, type Page } from '@playwright/test'
import { test } from './world.ts'

/** One that is not a whole hour from UTC, where it may be yesterday, and the last one, where it may be tomorrow. */
const ZONES = { 'America/St_Johns': '−3:30', 'Pacific/Kiritimati': '+14' } as const

/** What passes between two looks at most, in ms; zones are farther from each other. */
const MOMENT_MS = 10 * 60_000

/** Pages, and what comes last on each of them. */
const PAGES = [
  ['/', 'Since your last visit'],
  ['/mirrors', '4 mirrors loaded.'],
  ['/mirrors/CD0E-1051-6498-1A8C', 'Bitbucket’s record'],
  ['/mirrors/CD0E-1051-6498-1A8C?tab=history', 'History'],
  ['/requests', 'Sydney'],
  ['/requests/6', 'Sydney'],
  ['/repositories/11', 'Dublin'],
  ['/coverage', 'Payments'],
  ['/activity', 'Activity'],
  ['/upstream', 'Clock difference'],
] as const

type Seen = { readonly words: string; readonly times: readonly string[] }

/** What a page says, without what a moment later is another number, and its times as they are shown. */
const look = async (page: Page, last: string): Promise<Seen> => {
  const main = page.getByRole('main')
  await expect(main).toContainText(last)
  await page.waitForLoadState('networkidle')
  const words = await main.innerText()
  const times = await main
    .locator('time')
    .evaluateAll((all) => all.map((time) => `${time.getAttribute('datetime')} ${time.getAttribute('title')}`))
  return {
    words: words
      .replaceAll(/just now|\d+(?:\.\d+)? (?:ms|seconds?|minutes?)(?: ago)?/g, '…')
      .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/g, (time) =>
        Math.abs(Date.parse(time.replace(' UTC', 'Z')) - Date.now()) < MOMENT_MS ? 'now' : time,
      ),
    times,
  }
}

/** Every page in a browser of this zone, of the signed-in administrator. */
const lookFrom = async (browser: Browser, page: Page, timezoneId: string, display: string) => {
  const { cookies } = await page.context().storageState()
  const origin = new URL(page.url()).origin
  const localStorage = [{ name: 'mirror-console-time-display', value: JSON.stringify(display) }]
  const context = await browser.newContext({
    locale: 'en-GB',
    timezoneId,
    baseURL: origin,
    storageState: { cookies, origins: [{ origin, localStorage }] },
  })
  const tab = await context.newPage()
  const seen = new Map<string, Seen>()
  for (const [path, last] of PAGES) {
    await tab.goto(path)
    seen.set(path, await look(tab, last))
  }
  await context.close()
  return seen
}

test('every page says the same in every time zone, in UTC as long as nobody wants anything else', async ({
  signedInPage: page,
  browser,
}) => {
  test.slow()
  await page.goto('/git-errors')
  const expected = await lookFrom(browser, page, 'UTC', 'utc')
  expect([...expected.values()].some(({ times }) => times.length > 0)).toBe(true)
  for (const zone of Object.keys(ZONES)) {
    const seen = await lookFrom(browser, page, zone, 'utc')
    for (const [path, { words }] of expected)
      expect.soft(seen.get(path)?.words, `${path} in ${zone}`).toBe(words)
    for (const time of [...seen.values()].flatMap(({ times }) => times)) expect.soft(time).toMatch(/ UTC$/)
  }
})

test('who wants local times reads the same instants in the time of the own zone', async ({
  signedInPage: page,
  browser,
}) => {
  test.slow()
  await page.goto('/git-errors')
  for (const [zone, distance] of Object.entries(ZONES)) {
    const seen = await lookFrom(browser, page, zone, 'local')
    const times = [...seen.values()].flatMap((one) => one.times)
    expect(times.length).toBeGreaterThan(10)
    const [hours = '0', minutes = '0'] = distance.replace('−', '-').split(':')
    const ahead = Number(hours) * 60 + Number(minutes) * (distance.startsWith('−') ? -1 : 1)
    for (const time of times) {
      const [iso = '', date = '', clock = '', offset = ''] = time.split(' ')
      expect.soft(offset.replace(/^(?:GMT|UTC)/, '').replace('-', '−'), `${time} in ${zone}`).toBe(distance)
      const shown = new Date(Date.parse(iso) + ahead * 60_000).toISOString().slice(0, 19)
      expect.soft(`${date}T${clock}`, `${iso} in ${zone}`).toBe(shown)
    }
  }
})
