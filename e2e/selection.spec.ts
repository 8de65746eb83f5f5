import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { tabTo } from './keyboard.ts'
import { writesOf } from './request-steps.ts'
import { test } from './world.ts'

test.use({ seed: 'crowded' })

const boxAt = (page: Page, rowIndex: number) =>
  page.locator(`main tr[aria-rowindex="${String(rowIndex)}"]`).getByRole('checkbox')

const readAll = async (page: Page) => {
  await page.getByRole('button', { name: 'Read all' }).click()
  await expect(page.getByText('10,000 requests loaded.')).toBeVisible({ timeout: 60_000 })
}

test('ten requests are rejected with three clicks and Enter, and no text is selected by the range', async ({
  signedInPage: page,
  bitbucket,
}) => {
  const writes = writesOf(page)
  await page.goto('/requests?sort=name.desc')
  await expect(page.getByText('10,000 requests loaded.')).toBeVisible({ timeout: 60_000 })
  await boxAt(page, 2).click()
  await boxAt(page, 11).click({ modifiers: ['Shift'] })
  await expect(page.getByText('10 selected')).toBeVisible()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  const names = (await page.getByRole('rowheader').allTextContents()).slice(0, 10)
  await page.getByRole('button', { name: 'Reject selected' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Reject 10 requests' })).toBeFocused()
  await expect(dialog.getByRole('listitem')).toHaveCount(10)
  const listed = (await dialog.getByRole('listitem').locator('strong').allTextContents()).slice(0, 10)
  expect(listed).toEqual(names)
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('10 requests were rejected.')
  const ids = writes.map((line) => /^POST \/requests\/(\d+)\/reject$/.exec(line)?.[1] ?? line)
  expect(new Set(ids).size).toBe(10)
  for (const mirroringRequestId of ids) {
    const { text } = await bitbucket.call('getRequest', { parameters: { mirroringRequestId } })
    expect(text).toContain('"REJECTED"')
  }
})

test('a range by keys alone reaches rows that were not drawn, and shrinks again', async ({
  signedInPage: page,
}) => {
  await page.goto('/requests')
  await tabTo(page, boxAt(page, 2))
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 59; presses += 1) await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('60 selected')).toBeVisible()
  await expect(boxAt(page, 61)).toBeFocused()
  await expect(boxAt(page, 61)).toBeInViewport()
  for (let presses = 0; presses < 50; presses += 1) await page.keyboard.press('Shift+ArrowUp')
  await expect(page.getByText('10 selected')).toBeVisible()
  await expect(boxAt(page, 11)).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('11 selected')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await expect(page.getByText('100 selected')).toBeVisible()
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Selection cleared.', { exact: true })).toBeVisible()
  await page.keyboard.press('a')
  await tabTo(page, page.getByRole('button', { name: 'Undo' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('100 selected')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Selected requests' })).toBeFocused()
  await tabTo(page, page.getByRole('button', { name: 'Reject selected' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Reject 100 requests?' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  // That Escape belonged to the dialog.
  await expect(page.getByText('100 selected')).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard map' })).toContainText('Extend the selection')
})

test('a range of the pointer goes over thousands of rows that are not drawn', async ({
  signedInPage: page,
}) => {
  await page.goto('/requests')
  await readAll(page)
  await boxAt(page, 2).click()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await boxAt(page, 10_001).click({ modifiers: ['Shift'] })
  await expect(page.getByText('10,000 selected')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search' }).fill('Kyoto 9992')
  await expect(page.getByText('10,000 selected, 9,999 of them not shown by the search')).toBeVisible()
})

test('no click accepts thousands: a hundred at a time, by their number', async ({
  signedInPage: page,
  bitbucket,
}) => {
  // A hundred decisions one after the other, on a machine that may be busy: the end is awaited, no speed is promised.
  test.setTimeout(480_000)
  const writes = writesOf(page)
  const before = (await bitbucket.requestsIn('ACCEPTED')).length
  await page.goto('/requests')
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await expect(page.getByText('60 selected')).toBeVisible()
  const all = page.getByRole('button', { name: 'Select all that match' })
  await expect(all).toBeDisabled()
  await expect(page.getByText('At least 60 match; the rest is not read.')).toBeVisible()
  await readAll(page)
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await expect(page.getByText('100 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Select all 10,000 that match' }).click()
  await expect(page.getByText('10,000 selected')).toBeVisible()

  await page.getByRole('button', { name: 'Accept selected' }).click()
  const dialog = page.getByRole('dialog', { name: 'Accept 100 mirrors?' })
  // Ten thousand are judged before it is known which are taken.
  await expect(dialog).toContainText('9,900 of the selected requests are left out.', { timeout: 120_000 })
  await expect(dialog).toContainText('At most 100 at once. These stay selected and can be taken next.')
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(2500)
  const button = dialog.getByRole('button', { name: 'Accept 100 mirrors' })
  await dialog.getByRole('checkbox', { name: 'I expected these mirrors' }).check()
  await expect(button).toBeDisabled()
  const field = dialog.getByRole('textbox', { name: 'Type the number of mirrors to accept' })
  await field.fill('10000')
  await expect(button).toBeDisabled()
  await field.fill('100')
  await expect(button).toBeEnabled()
  await expectAccessible(page, '[role="dialog"]')
  await button.click()
  await expect(page.getByRole('dialog')).toContainText('100 mirrors were accepted.', { timeout: 180_000 })
  await expect(page.getByRole('dialog')).toContainText('9,900 requests were left out and stay selected.')
  expect(writes).toHaveLength(100)
  expect((await bitbucket.requestsIn('ACCEPTED')).length).toBe(before + 100)
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('9,900 selected')).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ seed: 'calm', viewport: { width: 390, height: 844 }, hasTouch: true })

  test('a card is selected by a touch, and all that are shown by another', async ({ signedInPage: page }) => {
    await page.goto('/requests')
    await page.getByRole('checkbox', { name: 'Select Sydney' }).tap()
    await expect(page.getByText('1 selected')).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Select all shown' }).tap()
    await expect(page.getByText('3 selected')).toBeVisible()
    await page.getByRole('button', { name: 'Clear selection' }).tap()
    await expect(page.getByText('Selection cleared.', { exact: true })).toBeVisible()
    await expectAccessible(page)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Undo' }).tap()
    await expect(page.getByText('3 selected')).toBeVisible()
  })
})
