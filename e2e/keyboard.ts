import { expect, type Locator, type Page } from '@playwright/test'

/** Where the focus is, and what keeps a person from seeing it there; `null` when nothing has it. */
export const focusOf = (page: Page): Promise<{ name: string; faults: string[] } | null> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body) return null
    const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`
    // A control that is drawn by a neighbour (a radio in a group of segments) shows its ring there.
    const drawn = [element, element.nextElementSibling, element.parentElement].filter((it) => it !== null)
    const isRinged = drawn.some((it) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(it)
      return outlineStyle !== 'none' && outlineWidth !== '0px'
    })
    const { x, y, width, height } = element.getBoundingClientRect()
    const top = document.elementFromPoint(x + width / 2, y + height / 2)
    const isCovered =
      width > 4 && top !== null && !top.contains(element) && !drawn.some((it) => it.contains(top))
    const faults = isRinged ? [] : ['has no ring']
    if (isCovered) faults.push(`is covered by ${top.outerHTML.slice(0, 120)}`)
    return { name, faults }
  })

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
