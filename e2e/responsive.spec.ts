import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { settled } from './settled.ts'
import { test } from './world.ts'

const WIDTHS = [390, 320]

/** Things that reach beyond the right edge, which a person would have to scroll to. */
const expectNoSidewaysScroll = async (page: Page, where: string): Promise<void> => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 })
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${where} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0)
    const header = await page.getByRole('banner').evaluate((it) => it.scrollWidth - it.clientWidth)
    expect(header, `the header of ${where} is cut at ${width} px`).toBeLessThanOrEqual(0)
    for (const dialog of await page.getByRole('dialog').all()) {
      const hidden = await dialog.evaluate((it) => it.scrollWidth - it.clientWidth)
      expect(hidden, `the dialog of ${where} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0)
    }
  }
  await page.setViewportSize({ width: 390, height: 844 })
}

/** Addresses of details, and those of them whose accessibility is checked too: axe takes seconds for a long page. */
const worlds = {
  // A mirror whose name is 4,000 characters long, and one with characters on top of each other.
  hostile: {
    fit: ['/requests/109', '/repositories/104', '/repositories/1', '/mirrors/__proto__'],
    all: ['/requests/104'],
  },
  broken: { fit: ['/repositories/answers-500'], all: ['/mirrors/clock-differs', '/repositories/11'] },
  empty: {
    fit: ['/mirrors/none', '/repositories/1'],
    all: ['/requests', '/mirrors', '/repositories', '/preferred-mirror'],
  },
} as const

/** Every page but the details above, and the parts of a mirror's page. */
const PAGES = [
  '/',
  '/mirrors',
  ...['details', 'history', 'repositories', 'settings-panel', 'token', 'event', 'record', 'danger-zone'].map(
    (tab) => `/mirrors/971B-CC91-B898-CE81?tab=${tab}`,
  ),
  '/requests/new',
  '/requests?state=ALL',
  '/repositories',
  '/projects/1',
  '/coverage',
  '/preferred-mirror',
  '/git-errors',
  '/activity',
  '/diagnostics',
  '/upstream',
  '/nowhere',
  // The last one is where a dialog is opened.
  '/requests',
]

for (const seed of ['hostile', 'broken', 'empty'] as const) {
  test.describe(`with the seed "${seed}"`, () => {
    test.use({ seed, viewport: { width: 390, height: 844 } })

    test('details fit a phone and are accessible in both schemes', async ({ signedInPage: page }) => {
      test.slow()
      const { fit, all } = worlds[seed]
      for (const address of [...fit, ...all]) {
        await page.goto(address)
        await settled(page)
        await expectNoSidewaysScroll(page, address)
        if (all.some((it) => it === address)) await expectAccessible(page)
      }
    })
  })
}

test.describe('with the seed "hostile"', () => {
  test.use({ seed: 'hostile', viewport: { width: 390, height: 844 } })

  test('lists and dialogs fit a phone and are accessible in both schemes', async ({ signedInPage: page }) => {
    test.slow()
    for (const address of PAGES) {
      await page.goto(address)
      await settled(page)
      await expectNoSidewaysScroll(page, address)
    }
    // The one with the longest name.
    await page.getByRole('button', { name: /^Accept Long/ }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNoSidewaysScroll(page, 'accepting')
    await expectAccessible(page, '[role="dialog"]')
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.getByRole('button', { name: 'Open navigation' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectNoSidewaysScroll(page, 'the navigation')
    await expectAccessible(page, '[role="dialog"]')
  })
})
