import { expect, type Locator, type Page } from '@playwright/test'
import { focusInPage } from './focus-in-page.ts'

/** Where the focus is, and what keeps a person from seeing it there; `null` when nothing has it. */
export const focusOf = (page: Page): Promise<{ name: string; faults: string[] } | null> =>
  page.evaluate(focusInPage)

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

/** Presses Tab until `target` has the focus; each stop on the way must be visible and not covered. */
export const tabTo = async (page: Page, target: Locator, key = 'Tab'): Promise<void> => {
  // The radio of a segment has no size of its own.
  await expect(target).toBeAttached()
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isFocused(target)) return
    await page.keyboard.press(key)
    const name = (await focusOf(page))?.name
    // A message moves aside in the frame in which it is drawn: what is covered after that stays covered. After the last
    // control the focus is in the browser's own bar.
    await expect
      .poll(async () => (await focusOf(page))?.faults ?? [], `the focus on "${name ?? 'nothing'}"`)
      .toEqual([])
  }
  throw new Error(`The keyboard does not reach ${target.toString()}.`)
}

/** Waits until something has the focus: without it, Tab would start again at the top. */
export const expectFocusKept = async (page: Page, after: string): Promise<void> => {
  await expect.poll(() => focusOf(page), `the focus after ${after}`).not.toBeNull()
}
