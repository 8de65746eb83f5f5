import { expect, type Page } from '@playwright/test'
import { test } from './world.ts'

const MINUTE_MS = 60_000

/** Counts questions about data from now on. */
const countQuestions = (page: Page): (() => number) => {
  let questions = 0
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.startsWith('/rest/')) questions += 1
  })
  return () => questions
}

/** Lets time pass for the page, minute by minute, and its questions be answered. */
const pass = async (page: Page, minutes: number): Promise<void> => {
  for (let minute = 0; minute < minutes; minute += 1) {
    await page.clock.runFor(MINUTE_MS)
    await page.waitForLoadState('networkidle')
  }
}

const hide = (page: Page, isHidden: boolean): Promise<void> =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      value: hidden ? 'hidden' : 'visible',
    })
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, isHidden)

const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  await session.detach()
  return usedSize
}

test('a visible page sends at most two requests a minute, and a hidden one none until it is shown', async ({
  signedInPage: page,
}) => {
  await page.clock.install()
  await page.goto('/requests')
  await expect(page.getByRole('button', { name: /^Accept / }).first()).toBeVisible()
  await pass(page, 1)
  const questions = countQuestions(page)
  await pass(page, 5)
  expect(questions()).toBeGreaterThan(0)
  expect(questions()).toBeLessThanOrEqual(10)
  await hide(page, true)
  const before = questions()
  await pass(page, 30)
  expect(questions()).toBe(before)
  await hide(page, false)
  await page.clock.runFor(2000)
  await expect.poll(questions).toBeGreaterThan(before)
  await page.waitForLoadState('networkidle')
  expect(questions()).toBeLessThanOrEqual(before + 2)
})

test('a tab that stays open for hours does not grow in memory or elements', async ({
  signedInPage: page,
}) => {
  test.slow()
  await page.clock.install()
  await page.goto('/mirrors')
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  const elementsOf = async () => {
    // Messages are shown for some seconds, and removed again.
    await page.clock.runFor(10_000)
    await expect(page.getByRole('button', { name: 'Dismiss message' })).toHaveCount(0)
    // Nor is anything being asked, which turns a wheel.
    await expect(page.locator('[data-loading]')).toHaveCount(0)
    return page.evaluate(() => document.querySelectorAll('*').length)
  }
  const questions = countQuestions(page)
  await pass(page, 10)
  const [heap, elements] = [await heapOf(page), await elementsOf()]
  for (let hour = 0; hour < 4; hour += 1) {
    // Input, or the page would pause after a quarter of an hour.
    await page.mouse.move(10 + hour, 10)
    await pass(page, 10)
  }
  expect(questions()).toBeGreaterThan(40)
  expect((await heapOf(page)) - heap).toBeLessThan(2_000_000)
  // A refresh may begin between the look and the count: the next count comes after it.
  await expect.poll(elementsOf).toBeLessThanOrEqual(elements)
})
