import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** The rules that look at colours; every other one finds the same in both schemes. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** Axe for one page without frames, which is what its "legacy mode" is for: no second page to gather results in. */
const axeIn = (page: Page, within: string): AxeBuilder =>
  new AxeBuilder({ page }).setLegacyMode().include(within)

/** Each rule that is broken, and where. */
const complaintsOf = async (axe: AxeBuilder): Promise<readonly string[]> => {
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.target.join(' ')} ${node.html.slice(0, 200)}`),
  )
}

/** Shows the page in one scheme, and waits until every colour has arrived there. */
const showIn = async (page: Page, colorScheme: 'light' | 'dark'): Promise<void> => {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter((it) => it instanceof CSSTransition)
    await Promise.allSettled(fading.map(({ finished }) => finished))
  })
}

/**
 * Checks the page as it is now against WCAG 2.2 A and AA, in both colour schemes.
 *
 * @param within a selector, to look at one part of a page whose rest was looked at before.
 */
export const expectAccessible = async (page: Page, within = 'html'): Promise<void> => {
  await showIn(page, 'light')
  const light = axeIn(page, within).withTags(WCAG)
  expect(await complaintsOf(light), 'accessibility in the light scheme').toEqual([])
  await showIn(page, 'dark')
  const dark = axeIn(page, within).withRules(COLOUR_RULES)
  expect(await complaintsOf(dark), 'accessibility in the dark scheme').toEqual([])
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}
