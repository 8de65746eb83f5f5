import type { Page } from '@playwright/test'
import type { Hall } from './hall.ts'
import { contradictions, type Reading } from './promises/agreement.ts'
import { sessionOf } from './session-of.ts'
import type { Tab } from './tab.ts'

/** How often pages are read until they agree: a verdict may change between two readings. */
const TRIES = 5

const settle = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle', { timeout: 8000 }).catch(() => undefined)
}

const countIn = (text: string | null): number | null => {
  const [, digits] = /([\d,]+)/.exec(text ?? '') ?? []
  return digits === undefined ? null : Number(digits.replaceAll(',', ''))
}

const listReading = async (page: Page, url: string, isEmpty: boolean): Promise<Reading> => {
  await page.goto(`${url}/mirrors`)
  if (!isEmpty) await page.locator('tbody [scope="row"]').first().waitFor()
  await settle(page)
  const all = page.getByRole('navigation', { name: 'Mirrors by health' }).getByRole('link', { name: /^All/ })
  const count = (await all.count()) === 0 ? null : countIn(await all.textContent())
  const words = await page
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map(
        (row) =>
          [
            row.querySelector('[scope="row"]')?.textContent ?? '',
            row.querySelector('td [data-tone]')?.textContent ?? '',
          ] as const,
      ),
    )
  return { page: 'The list', count, words: new Map(words) }
}

const overviewReading = async (page: Page, url: string, isEmpty: boolean): Promise<Reading> => {
  await page.goto(url)
  const marks = page.getByRole('list', { name: /^Mirrors, the worst first/ }).getByRole('link')
  if (!isEmpty) await marks.first().waitFor()
  await settle(page)
  const labels = await marks.evaluateAll((links) =>
    links.map((link) => link.getAttribute('aria-label') ?? ''),
  )
  const words = labels.flatMap((label) => {
    const [, name = '', word = ''] = /^(.*?): (.+)/.exec(label) ?? []
    return name === '' ? [] : [[name, word] as const]
  })
  return { page: 'The overview', count: labels.length === 0 ? null : labels.length, words: new Map(words) }
}

const pageReading = async (page: Page, url: string, nth: number): Promise<Reading> => {
  await page.goto(`${url}/mirrors`)
  const rows = page.locator('tbody [scope="row"] a')
  await rows.first().waitFor()
  await rows.nth(nth % (await rows.count())).click()
  await page.getByRole('region', { name: 'Health' }).waitFor()
  await settle(page)
  const name = await page.getByRole('heading', { level: 1 }).innerText()
  const word = await page.getByRole('region', { name: 'Health' }).locator('[data-tone]').first().textContent()
  return { page: 'The page of one mirror', count: null, words: new Map([[name, word ?? '']]) }
}

/**
 * Reads the mirrors on several pages, in two tabs where there are two, after everything is well: they say the same.
 *
 * @param nth which mirror's own page is read as well.
 */
export const comparePages = async (hall: Hall, nth: number, tries = TRIES): Promise<readonly string[]> => {
  const { url } = hall.world
  const readers: Tab[] = []
  for (const desk of hall.desks) {
    // A session may have ended without the page's knowing.
    const user = await sessionOf(desk, url)
    if (user === 'admin' || user === 'jcitizen') readers.push(...desk.tabs)
  }
  const [first, second = first] = readers
  if (first === undefined || second === undefined) return []
  let said: readonly string[] = []
  for (let round = 0; round < tries; round += 1) {
    const mirrors = await hall.world.bitbucket.mirrors()
    const list = await listReading(first.page, url, mirrors.length === 0)
    const overview = await overviewReading(second.page, url, mirrors.length === 0)
    const readings: Reading[] = [
      list,
      overview,
      { page: 'Bitbucket', count: mirrors.length, words: new Map() },
    ]
    if (mirrors.length > 0) readings.push(await pageReading(second.page, url, nth))
    said = contradictions(readings)
    if (said.length === 0) return []
  }
  return said
}
