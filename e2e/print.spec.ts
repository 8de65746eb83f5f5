import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { exportAs } from './export-as.ts'
import { settled } from './settled.ts'
import { test } from './world.ts'

/** A4 upright between its margins, at the browser's 96 dots to an inch. */
const PAPER = { width: 703, height: 1000 }

/**
 * Shows the page as it is printed, in the browser's own order: it announces the print, and then the page is laid out for
 * paper. The code for that comes with the first press, or a moment after the page.
 */
const toPaper = async (page: Page): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.keyboard.press('Control')
  const headOnScreen = () =>
    page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'))
      const head = document.querySelector('[data-sheet-head]')
      return head && getComputedStyle(head).display
    })
  // A busy machine takes its time for two thousand rows.
  await expect.poll(headOnScreen, { timeout: 40_000 }).toBe('none')
  await page.emulateMedia({ media: 'print' })
}
const fromPaper = async (page: Page): Promise<void> => {
  // One after the other: in print no scheme is dark, and a change of both at once is told to nobody.
  await page.emulateMedia({ media: null })
  await page.emulateMedia({ colorScheme: null })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
}

const ROUTES = [
  ['/', 'Overview'],
  ['/requests', 'Mirroring requests'],
  ['/requests/new', 'Register a mirror'],
  ['/requests/6', 'Sydney'],
  ['/mirrors', 'Mirror servers'],
  ['/repositories', 'Repositories'],
  ['/repositories/11', 'ledger'],
  ['/projects/1', 'Payments'],
  ['/coverage', 'Coverage'],
  ['/preferred-mirror', 'Preferred mirror'],
  ['/git-errors', 'Git errors'],
  ['/diagnostics', 'Check credentials'],
  ['/upstream', 'Upstream'],
  ['/activity', 'Activity'],
  ['/no/such/page', 'Page not found'],
] as const

const expectPaper = async (page: Page, address: string): Promise<void> => {
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('searchbox')).toHaveCount(0)
  // Headings of tables stay, which are buttons on screen.
  await expect(page.locator('main button:not(thead button)').filter({ visible: true })).toHaveCount(0)
  const head = page.locator('[data-sheet-head]')
  await expect(head).toContainText('Mirror Console · http')
  await expect(head).toContainText(address)
  await expect(head).toContainText(/Printed \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC/)
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow, `${address} is wider than the paper`).toBeLessThanOrEqual(0)
}

test('every page is printed without what is operated, with its address and time, dark on white', async ({
  signedInPage: page,
  world,
}) => {
  test.slow()
  await page.setViewportSize(PAPER)
  for (const [path, title] of ROUTES) {
    await page.goto(path)
    await settled(page)
    await toPaper(page)
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expectPaper(page, world.url + path)
    await fromPaper(page)
  }
})

test('each part of a mirror’s page is printed the same way, and says which part it is', async ({
  signedInPage: page,
}) => {
  await page.setViewportSize(PAPER)
  await page.goto('/mirrors')
  await page.getByRole('link', { name: 'Dublin', exact: true }).click()
  const tabs = page.locator('main nav').getByRole('link')
  await expect(page.getByRole('heading', { level: 1, name: 'Dublin' })).toBeVisible()
  const addresses = await tabs.evaluateAll((all) => all.map((tab) => tab.getAttribute('href') ?? ''))
  expect(addresses.length).toBeGreaterThan(3)
  for (const address of addresses) {
    await page.goto(address)
    await settled(page)
    await toPaper(page)
    await expectPaper(page, address)
    await fromPaper(page)
  }
})

test.describe('with long lists', () => {
  test.use({ seed: 'crowded' })

  test('all mirrors are on the paper, as a table on a phone too, and the page is as before after that', async ({
    signedInPage: page,
    bitbucket,
  }) => {
    await page.setViewportSize({ width: 390, height: 800 })
    await page.goto('/mirrors?sort=name.asc')
    await expect(page.getByText('100 mirrors loaded.')).toBeVisible()
    const rows = page.locator('tbody tr[aria-rowindex]')
    const scroll = () =>
      page.evaluate(() => {
        scrollTo(0, 4000)
        return document.querySelector('tr[aria-rowindex="20"]') !== null
      })
    await expect.poll(scroll).toBe(true)
    const link = page.locator('tbody tr[aria-rowindex="20"]').getByRole('rowheader').getByRole('link')
    await link.focus()
    await expect(link).toBeInViewport()
    const name = await link.textContent()
    const before = await page.evaluate(() => scrollY)
    await toPaper(page)
    expect(await rows.count()).toBe((await bitbucket.mirrors()).length)
    await expect(page.getByRole('columnheader', { name: 'Health' })).toBeVisible()
    await expect(rows.first()).toHaveCSS('display', 'table-row')
    await fromPaper(page)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before)
    await expect(page.getByRole('link', { name: name ?? '', exact: true })).toBeFocused()
    expect(await rows.count()).toBeLessThan(60)
  })

  test('what is missing of a list is said, with its count', async ({ signedInPage: page }) => {
    // Two thousand rows are laid out four times.
    test.slow()
    await page.goto('/requests')
    await expect(page.getByText(/there are more/)).toBeVisible()
    await toPaper(page)
    const rows = page.locator('tbody tr[aria-rowindex]')
    await expect(rows).toHaveCount(60)
    await expect(page.getByText('60 of more than 60 requests. For the whole list, export CSV.')).toBeVisible()
    await fromPaper(page)
    await page.getByRole('button', { name: 'Read all' }).click()
    await expect(page.getByText('10,000 requests loaded.')).toBeVisible({ timeout: 20_000 })
    await toPaper(page)
    await expect(rows).toHaveCount(2000)
    await expect(page.getByText('2,000 of 10,000 requests. For the whole list, export CSV.')).toBeVisible()
  })

  test('the menu reads on before it prints', async ({ signedInPage: page }) => {
    await page.addInitScript(() => {
      globalThis.print = () => {
        dispatchEvent(new Event('beforeprint'))
        const note = document.querySelector('p[data-sheet]')
        document.documentElement.dataset['printed'] = note?.textContent ?? ''
        dispatchEvent(new Event('afterprint'))
      }
    })
    await page.goto('/requests')
    await expect(page.getByText(/there are more/)).toBeVisible()
    await exportAs(page, 'Print')
    await expect(page.locator('html')).toHaveAttribute(
      'data-printed',
      '2,000 of more than 2,058 requests. For the whole list, export CSV.',
    )
    await expect(page.getByRole('button', { name: 'Other formats', exact: true })).toBeFocused()
  })

  test('the browser’s own print finds all rows in the document', async ({ signedInPage: page }) => {
    await page.goto('/mirrors')
    await expect(page.getByText('100 mirrors loaded.')).toBeVisible()
    await toPaper(page)
    await fromPaper(page)
    await page.evaluate(() =>
      addEventListener('beforeprint', () => {
        const rows = document.querySelectorAll('tbody tr[aria-rowindex]').length
        document.documentElement.dataset['printed'] = String(rows)
      }),
    )
    const file = await page.pdf()
    expect(file.subarray(0, 5).toString()).toBe('%PDF-')
    await expect(page.locator('html')).toHaveAttribute('data-printed', '100')
  })

  test('the matrix is a table of words', async ({ signedInPage: page }) => {
    await page.goto('/coverage')
    const matrix = page.getByRole('treegrid', { name: 'Coverage' })
    await expect(matrix.getByRole('row').nth(3)).toBeVisible()
    await toPaper(page)
    await expect(matrix).toBeHidden()
    const table = page.getByRole('table', { name: 'Coverage, printed' })
    await expect(table.getByRole('row')).toHaveCount(2001)
    await expect(table.getByRole('row').nth(1)).toContainText('Not asked: 97')
    await fromPaper(page)
    await expect(matrix).toBeVisible()
  })
})

test('what is folded is open on paper', async ({ signedInPage: page }) => {
  await page.goto('/repositories/11')
  await settled(page)
  const folded = page.locator('details').filter({ hasText: 'Push addresses' }).first().getByRole('list')
  await expect(folded).toBeHidden()
  await toPaper(page)
  await expect(folded).toBeVisible()
  await fromPaper(page)
  await expect(folded).toBeHidden()
})

test('a dialog is printed alone, below the address and time', async ({ signedInPage: page }) => {
  await page.goto('/repositories/41')
  await page.getByRole('button', { name: "Why can't I clone? Build farm" }).click()
  const dialog = page.getByRole('dialog', { name: "Why can't I clone?" })
  await expect(dialog.getByText('The project is mirrored: No')).toBeVisible()
  await toPaper(page)
  await expect(dialog.getByText('The project is mirrored: No')).toBeVisible()
  await expect(page.locator('main h1')).toBeHidden()
  await expect(page.locator('[data-sheet-head]')).toBeVisible()
})

test('the menus of tables stay inside a narrow window', async ({ signedInPage: page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  for (const path of ['/requests', '/coverage']) {
    await page.goto(path)
    const buttons = page.locator('main button[aria-haspopup="menu"]')
    await expect(buttons.first()).toBeVisible()
    for (const button of await buttons.all()) {
      await button.click()
      const box = await page.getByRole('menu').boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320)
      await page.keyboard.press('Escape')
    }
  }
})

test('the menu of exports is accessible, and so is the page after a print', async ({
  signedInPage: page,
}) => {
  await page.goto('/requests')
  await settled(page)
  await page.getByRole('button', { name: 'Other formats', exact: true }).click()
  await expect(page.getByRole('menuitem')).toHaveText(['Export JSON', 'Print'])
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await toPaper(page)
  await fromPaper(page)
  await expectAccessible(page)
})
