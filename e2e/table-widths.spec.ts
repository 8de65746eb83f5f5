import { expect, type Locator, type Page } from '@playwright/test'
import { expectAccessibleAt } from './accessibility.ts'
import { settled } from './settled.ts'
import { unreadableIn } from './unreadable-in.ts'
import { test } from './world.ts'

const isTable = (table: Locator) => table.evaluate((element) => getComputedStyle(element).display === 'table')

const open = async (page: Page, address: string): Promise<Locator> => {
  await page.goto(address)
  await settled(page)
  const table = page.getByRole('table').first()
  await expect(table.getByRole('rowheader').first()).toBeVisible()
  return table
}

const LISTS = ['/mirrors', '/requests', '/requests?state=ALL', '/repositories', '/projects/1']

for (const [seed, addresses] of [
  ['calm', LISTS],
  ['broken', [...LISTS, '/mirrors/synchronizing?tab=repositories']],
] as const) {
  test.describe(`with the seed "${seed}"`, () => {
    test.use({ seed, isWatched: true })

    test('every table can be read as a table, from the widest window down to 900 px', async ({
      signedInPage: page,
    }) => {
      test.slow()
      for (const address of addresses) {
        const table = await open(page, address)
        for (const width of [1440, 1200, 1199, 1024, 900]) {
          await page.setViewportSize({ width, height: 900 })
          // Columns follow the window a frame later.
          await expect.poll(() => unreadableIn(table), `${address}, ${width} px`).toEqual([])
          expect(await isTable(table), `${address}, ${width} px`).toBe(true)
        }
      }
    })
  })
}

test.describe('in a window of 899 px', () => {
  test.use({ viewport: { width: 899, height: 900 } })

  test('rows are cards, sorted and selected by controls above them', async ({ signedInPage: page }) => {
    const table = await open(page, '/requests')
    expect(await isTable(table)).toBe(false)
    await page.getByRole('combobox', { name: 'Sort by' }).focus()
    await page.keyboard.press('a')
    await expect(page.getByRole('rowheader').first()).toHaveText('Sydney')
    await page.keyboard.press('Tab')
    await page.keyboard.press('d')
    await expect(page.getByRole('rowheader').first()).toHaveText('Toronto')
    await expect(page).toHaveURL(/sort=address\.desc/)
    await page.getByRole('checkbox', { name: 'Select all shown' }).press('Space')
    await expect(page.getByText('3 selected')).toBeVisible()
  })
})

/** Scrolls to the end of a list, which grows while its last cards are drawn and measured. */
const scrollToLast = (page: Page, index: number) =>
  expect(async () => {
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    await expect(page.locator(`[aria-rowindex="${index}"]`)).toBeInViewport({ timeout: 500 })
  }).toPass()

/** The left edges at which the cards of a table begin. */
const edgesOf = (table: Locator) =>
  table
    .locator('tr[data-index]')
    .evaluateAll((rows) => [...new Set(rows.map((row) => Math.round(row.getBoundingClientRect().left)))])

test.describe('with ten thousand requests', () => {
  test.use({ seed: 'crowded' })
  test.slow()

  for (const [width, abreast] of [
    [390, 1],
    [600, 2],
    [768, 2],
  ] as const) {
    test(`cards stand ${abreast} abreast at ${width} px, to the last one`, async ({ signedInPage: page }) => {
      await page.setViewportSize({ width, height: 900 })
      const table = await open(page, '/requests?state=ALL')
      await expect.poll(() => edgesOf(table)).toHaveLength(abreast)
      await page.getByRole('button', { name: 'Read all' }).click()
      await expect(table).toHaveAttribute('aria-rowcount', '15101', { timeout: 20_000 })
      await scrollToLast(page, 15_101)
      expect(await edgesOf(table)).toHaveLength(abreast)
      // Every card drawn is in its own place: the lines follow each other without a hole.
      const tops = await table
        .locator('tr[data-index]')
        .evaluateAll((rows) => rows.map((row) => Math.round(row.getBoundingClientRect().top)))
      expect(tops.filter((top, at) => at % abreast === 0 && top === tops[at + 1])).toHaveLength(
        abreast === 1 ? 0 : Math.floor(tops.length / abreast),
      )
      await page.evaluate(() => scrollTo(0, 0))
      await expect(page.locator('[aria-rowindex="2"]')).toBeInViewport()
    })
  }

  test('cards keep their lines when the window changes', async ({ signedInPage: page }) => {
    await page.setViewportSize({ width: 1280, height: 900 })
    const table = await open(page, '/requests?state=ALL')
    await page.getByRole('button', { name: 'Read all' }).click()
    await expect(table).toHaveAttribute('aria-rowcount', '15101', { timeout: 20_000 })
    for (const [width, abreast] of [
      [768, 2],
      [390, 1],
      [700, 2],
      [1100, 1],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await expect.poll(() => edgesOf(table)).toHaveLength(abreast)
      await scrollToLast(page, 15_101)
    }
  })
})

test('lists are accessible in both schemes as tables and as cards', async ({ signedInPage: page }) => {
  test.slow()
  for (const address of ['/mirrors', '/requests?sort=name.asc', '/repositories']) {
    await open(page, address)
    await expectAccessibleAt(page, [900, 768, 390])
  }
})

test('rows and columns of mirrors keep their size while ages grow longer', async ({ signedInPage: page }) => {
  for (const width of [1440, 1280, 1024, 920]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto('/mirrors')
    const age = page.locator('td time').first()
    await expect(age).toBeVisible()
    const sizes = await age.evaluate((time) => {
      const sizesOf = (text: string) => {
        time.textContent = text
        const height = time.closest('tr')?.getBoundingClientRect().height
        return `${String(height)} × ${String(time.closest('td')?.getBoundingClientRect().width)}`
      }
      return ['just now', '9 seconds ago', '59 seconds ago', '59 minutes ago'].map(sizesOf)
    })
    expect(new Set(sizes).size, `${String(width)} px: ${sizes.join(', ')}`).toBe(1)
  }
})
