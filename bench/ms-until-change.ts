import type { Page } from '@playwright/test'

/**
 * Answers the ms from the first event that reaches the page until an attribute of an element changes and the frame
 * with the change is drawn. The clock is the page's own, so that the way to the browser does not count.
 */
export const msUntilChange = async (
  page: Page,
  selector: string,
  attribute: string,
  act: () => Promise<void>,
): Promise<number> => {
  const changed = page.evaluate(
    ({ selector, attribute }) =>
      new Promise<number>((resolve) => {
        const before = document.querySelector(selector)?.getAttribute(attribute)
        let start = 0
        const begin = () => {
          if (start === 0) start = performance.now()
        }
        for (const name of ['change', 'input', 'click']) {
          addEventListener(name, begin, { capture: true, once: true })
        }
        const observer = new MutationObserver(() => {
          if (document.querySelector(selector)?.getAttribute(attribute) === before) return
          observer.disconnect()
          // The frame that shows the change ends when the next task after it begins.
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
        })
        observer.observe(document.body, { subtree: true, childList: true, attributes: true })
      }),
    { selector, attribute },
  )
  await act()
  return changed
}
