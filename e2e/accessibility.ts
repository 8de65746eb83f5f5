import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** The rules that check colours; every other rule finds the same in both schemes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Each rule that is broken, and where. */
const complaintsOf = async (page: Page, within: string, runOnly: axe.RunOnly): Promise<readonly string[]> => {
  // Half a megabyte of rules: once for each document is enough.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  // In the page, `axe` is what its source has put there.
  const { violations } = await page.evaluate(
    ([selector, rules]) => axe.run(selector, { runOnly: rules, resultTypes: ['violations'], preload: false }),
    [within, runOnly] as const,
  )
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      (node) =>
        `${id} (${help}): ${node.target.join(' ')} ${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`,
    ),
  )
}

/** Shows the page in one scheme; without motion, every colour is there at once. */
const showIn = async (page: Page, colorScheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
}

/**
 * Checks the page as it is now against WCAG 2.2 A and AA, in both colour schemes.
 *
 * @param within a selector, to check one part of a page whose other parts were checked before.
 */
export const expectAccessible = async (page: Page, within = 'html'): Promise<void> => {
  await showIn(page, 'light')
  const inLight = await complaintsOf(page, within, { type: 'tag', values: WCAG })
  expect(inLight, 'accessibility in the light scheme').toEqual([])
  await showIn(page, 'dark')
  const inDark = await complaintsOf(page, within, { type: 'rule', values: COLOUR_RULES })
  expect(inDark, 'accessibility in the dark scheme').toEqual([])
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

/**
 * Checks the page at each width in turn, as `expectAccessible` does, and that it does not scroll sideways. A load takes
 * as long as the rules: the window changes, the page stays.
 */
export const expectAccessibleAt = async (page: Page, widths: readonly number[]): Promise<void> => {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 9000 })
    await expectAccessible(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow, `${page.url()} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0)
  }
}
