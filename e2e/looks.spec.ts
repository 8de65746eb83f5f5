import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import { test } from './world.ts'

const PICTURES = fileURLToPath(new URL('./pictures/looks', import.meta.url))

/** Screenshots of one browser and its fonts cannot be compared with another's: each folder is for one of them. */
const surroundingsOf = async (page: Page): Promise<string> => {
  const major = page.context().browser()?.version().split('.')[0] ?? 'unknown'
  const widths = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    return ['system-ui', 'ui-monospace', 'sans-serif'].map((family) => {
      if (context !== null) context.font = `100px ${family}`
      return Math.round(context?.measureText('Mirror servers: 0123456789').width ?? 0)
    })
  })
  return [process.platform, major, ...widths].join('-')
}

/** What differs with every start of the small Bitbucket: ports, times and ages, which are not even equally long. */
const changingPartsOf = (page: Page) => [
  page.getByText(/127\.0\.\d+\.\d+:\d+/),
  page.getByText(/^(?:Updated )?\d\d:\d\d:\d\d/),
  page.locator('td:has(time), time'),
]

const VARIANTS = [
  { name: 'desktop', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
] as const

const PAGES = [
  { name: 'overview', path: '/' },
  { name: 'requests', path: '/requests' },
  { name: 'mirrors', path: '/mirrors?sort=name.asc' },
  { name: 'repositories', path: '/repositories' },
  { name: 'preferred-mirror', path: '/preferred-mirror' },
  { name: 'coverage', path: '/coverage' },
  { name: 'diagnostics', path: '/diagnostics' },
]

for (const { name: variant, viewport, colorScheme } of VARIANTS) {
  test(`the main pages match their screenshots, ${variant}`, async ({ signedInPage: page }) => {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.clock.setFixedTime(new Date())
    await page.goto('/requests')
    const surroundings = await surroundingsOf(page)
    const isUpdating = ['all', 'changed'].includes(test.info().config.updateSnapshots)
    const why = `There are no pictures for ${surroundings} yet: npm run e2e -- looks --update-snapshots makes them.`
    test.skip(!isUpdating && !existsSync(`${PICTURES}/${surroundings}`), why) // In other surroundings every picture differs.
    for (const { name, path } of PAGES) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expect.soft(page).toHaveScreenshot([surroundings, `${name}-${variant}.png`], {
        mask: changingPartsOf(page),
        maxDiffPixelRatio: 0.002,
      })
    }
  })
}
