import { expect, type Locator, type Page } from '@playwright/test'
import { test } from './world.ts'

/** Where the focus is, and what keeps a person from seeing it there; `null` when nothing has it. */
const focusOf = (page: Page): Promise<{ name: string; faults: string[] } | null> =>
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
    if (isCovered) faults.push(`lies under ${top.outerHTML.slice(0, 120)}`)
    return { name, faults }
  })

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement)

/** Presses Tab until `target` has the focus; each stop on the way must be visible and lie under nothing. */
const tabTo = async (page: Page, target: Locator, key = 'Tab'): Promise<void> => {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 60; presses += 1) {
    if (await isFocused(target)) return
    await page.keyboard.press(key)
    const focus = await focusOf(page)
    // Behind the last control lies the browser's own bar.
    if (focus !== null) expect(focus.faults, `the focus on "${focus.name}"`).toEqual([])
  }
  throw new Error(`The keyboard does not reach ${target.toString()}.`)
}

const expectFocusKept = async (page: Page, after: string): Promise<void> => {
  await expect.poll(() => focusOf(page), `the focus after ${after}`).not.toBeNull()
}

test('the main job is done with the keyboard alone, and the focus is never lost', async ({
  page,
  bitbucket,
}) => {
  await page.goto('/requests')
  const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  await expect(title('Sign in')).toBeVisible()
  await tabTo(page, page.getByLabel('HTTP access token'))
  await page.keyboard.type('admin-token')
  await page.keyboard.press('Enter')
  await expect(title('Mirroring requests')).toBeVisible()
  await expectFocusKept(page, 'signing in')

  await tabTo(page, page.getByRole('button', { name: 'Accept Sydney' }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Accept Sydney?' })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Accept Sydney' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, dialog.getByRole('checkbox', { name: 'I expected this mirror' }))
  await page.keyboard.press('Space')
  await tabTo(page, dialog.getByRole('button', { name: 'Accept mirror' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Sydney was accepted' })).toBeVisible()
  await expect(dialog).toBeHidden()
  await expectFocusKept(page, 'accepting')
  expect((await bitbucket.mirrors()).map(({ name }) => name)).toContain('Sydney')

  await tabTo(page, link('Repositories'), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(title('Repositories')).toBeFocused()
  await tabTo(page, page.getByRole('searchbox', { name: 'Search' }))
  await page.keyboard.type('ledger')
  await expect(page.getByRole('rowheader')).toHaveText(['ledger'])
  await tabTo(page, link('ledger'))
  await page.keyboard.press('Enter')
  await expect(title('ledger')).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Copy http clone address of Dublin' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: /Copied|did not allow/ })).toBeVisible()
  await expectFocusKept(page, 'copying')
  const again = page.getByRole('button', { name: 'Ask Dublin again' })
  await tabTo(page, again)
  await page.keyboard.press('Enter')
  await expect(again).toBeFocused()

  await page.keyboard.press('Control+Home')
  await tabTo(page, link('Preferred mirror'), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(title('Preferred mirror')).toBeFocused()
  await tabTo(page, page.getByRole('radio').first())
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: 'Dublin' })).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: 'Save' }))
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('status').filter({ hasText: 'Dublin is now your preferred mirror' }),
  ).toBeVisible()
  await expectFocusKept(page, 'saving')
  expect((await bitbucket.preferredMirror())?.name).toBe('Dublin')
  await tabTo(page, page.getByRole('button', { name: 'Clear preference' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'You have no preferred mirror' })).toBeVisible()
  await expectFocusKept(page, 'clearing')
  expect(await bitbucket.preferredMirror()).toBeNull()
})

test('a message moves aside where it would cover what has the focus', async ({ signedInPage: page }) => {
  await page.goto('/requests')
  const last = page.locator('main').getByRole('button').last()
  await expect(page.getByRole('button', { name: 'Accept Sydney' })).toBeVisible()
  // A window that ends with the last button of the page: nothing is left to scroll it away from the edge.
  const bottom = await last.evaluate((it) => it.getBoundingClientRect().bottom)
  await page.setViewportSize({ width: 1280, height: Math.ceil(bottom) + 24 })
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Exported' })).toBeVisible()
  await page.getByRole('button', { name: 'Export CSV' }).focus()
  await tabTo(page, last)
  expect((await focusOf(page))?.faults).toEqual([])
})

test('the first stop leads past the navigation, and going back moves the focus too', async ({
  signedInPage: page,
}) => {
  await page.goto('/mirrors')
  await expect(page.getByRole('rowheader', { name: 'Dublin' })).toBeVisible()
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
  await tabTo(page, page.getByRole('button', { name: 'Name', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(page.getByRole('button', { name: 'Name', exact: true })).toBeFocused()
  await tabTo(page, page.getByRole('link', { name: 'Dublin', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Dublin' })).toBeVisible()
  await expectFocusKept(page, 'opening a mirror')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: 'Mirror servers' })).toBeFocused()
})

test('on a phone the navigation opens, leads on and closes with the keyboard', async ({
  signedInPage: page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/mirrors')
  await tabTo(page, page.getByRole('button', { name: 'Open navigation' }))
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog')
  await expect(drawer).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('button', { name: 'Open navigation' })).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, drawer.getByRole('link', { name: 'Repositories' }))
  await page.keyboard.press('Enter')
  await expect(drawer).toBeHidden()
  await expect(page.getByRole('heading', { level: 1, name: 'Repositories' })).toBeVisible()
  await expectFocusKept(page, 'choosing a page in the drawer')
})

test('j, k and the arrows move between the rows of a table, and Enter opens', async ({
  signedInPage: page,
}) => {
  await page.goto('/mirrors')
  await expect(page.getByRole('row', { name: /Dublin/ })).toBeVisible()
  const links = page.getByRole('rowheader').getByRole('link')
  await page.keyboard.press('j')
  await expect(links.nth(0)).toBeFocused()
  await page.keyboard.press('j')
  await expect(links.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(links.nth(2)).toBeFocused()
  await page.keyboard.press('k')
  await page.keyboard.press('ArrowUp')
  await expect(links.nth(0)).toBeFocused()
  expect((await focusOf(page))?.faults).toEqual([])
  await page.keyboard.press('/')
  await page.keyboard.type('jk')
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('jk')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('dublin')
  await expect(links).toHaveCount(1)
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('j')
  await expect(links.nth(0)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Dublin' })).toBeFocused()
})

test.describe('in a long table', () => {
  test.use({ seed: 'crowded' })

  test('the keys reach rows that were not drawn before', async ({ signedInPage: page }) => {
    await page.goto('/repositories')
    await expect(page.getByRole('rowheader').first()).toBeVisible()
    await page.getByRole('button', { name: 'Load more' }).click()
    await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '1101')
    await page.keyboard.press('j')
    await expect(page.getByRole('rowheader').getByRole('link').first()).toBeFocused()
    for (let presses = 0; presses < 60; presses += 1) await page.keyboard.press('ArrowDown')
    const row = page.getByRole('row').filter({ has: page.locator(':focus') })
    await expect(row).toHaveAttribute('aria-rowindex', '62')
    await expect(row).toBeInViewport()
  })
})
