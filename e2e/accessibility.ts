import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** The rules that look at colours; every other one finds the same in both schemes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Each rule that is broken, and where. */
const complaintsOf = async (axe: AxeBuilder): Promise<readonly string[]> => {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.html.slice(0, 200)}`),
  )
}

/**
 * Checks the page as it is now against WCAG 2.2 A and AA, in both colour schemes.
 *
 * @param within a selector, to look at one part of a page whose rest was looked at before.
 */
export const expectAccessible = async (page: Page, within = 'html'): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = new AxeBuilder({ page }).include(within).withTags(WCAG)
  expect(await complaintsOf(light), 'accessibility in the light scheme').toEqual([])
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = new AxeBuilder({ page }).include(within).withRules(COLOUR_RULES)
  expect(await complaintsOf(dark), 'accessibility in the dark scheme').toEqual([])
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}
