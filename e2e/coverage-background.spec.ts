import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { test } from './world.ts'

test.use({ seed: 'crowded' })

const summary = (page: Page) => page.getByText(/^Sole copies: /).locator('..')
const line = (page: Page) => page.getByRole('complementary', { name: 'Coverage in the background' })

/** How many questions were answered, by the words of a place. */
const askedIn = async (place: ReturnType<typeof line>): Promise<number> => {
  const [, asked = '0'] = /([\d,]+) of at most/.exec((await place.textContent()) ?? '') ?? []
  return Number(asked.replaceAll(',', ''))
}

const open = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()

test('2,000 projects are there after a few questions; asking goes on in the background, over a reload, and stops', async ({
  signedInPage: page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const probes = () => asked.filter((path) => path === '/-/probe').length

  await page.goto('/coverage')
  await expect(summary(page)).toContainText('2,000 of 2,000 projects were not checked.')
  await expect(page.getByRole('treegrid', { name: 'Coverage' })).toHaveAttribute('aria-rowcount', '2001')
  expect(asked.filter((path) => path === '/rest/api/latest/projects').length).toBeLessThanOrEqual(20)
  expect(asked.filter((path) => path.endsWith('/repos'))).toEqual([])
  expect(probes()).toBe(0)

  await page.getByRole('checkbox', { name: 'Go on in the background' }).check()
  await page.getByLabel('Questions at most').selectOption({ label: 'At most 5,000 questions' })
  await page.getByRole('button', { name: 'Ask mirrors' }).click()
  await expect(page.getByText(/^[1-9]\d* of at most 5,000 questions asked/)).toBeVisible()

  await open(page, 'Mirrors')
  await expect(line(page)).toContainText('Coverage is asking mirrors in the background.')
  await expectAccessible(page)
  const left = await askedIn(line(page))
  await expect.poll(() => askedIn(line(page))).toBeGreaterThan(left)
  await open(page, 'Requests')
  await expect(page.getByRole('heading', { level: 1, name: 'Mirroring requests' })).toBeVisible()
  await line(page).getByRole('link', { name: 'Open coverage' }).click()
  await expect(page.getByText(/^[1-9][\d,]* of at most 5,000 questions asked/)).toBeVisible()
  await expect(line(page)).toBeHidden()
  await expect(summary(page)).toContainText(/1,\d{3} of 2,000 projects were not checked\./)

  await page.reload()
  await expect(page.getByText(/^Paused when the page was loaded again: [1-9][\d,]* of at most/)).toBeVisible()
  await expect(summary(page)).toContainText(
    /1,\d{3} of 2,000 projects were not checked\. The oldest answer came /,
  )
  const before = probes()
  await page.getByRole('treegrid', { name: 'Coverage' }).focus()
  await page.keyboard.press('ArrowDown')
  expect(probes()).toBe(before)

  await page.getByRole('checkbox', { name: 'Go on in the background' }).check()
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect.poll(probes).toBeGreaterThan(before)
  await open(page, 'Mirrors')
  await line(page).getByRole('button', { name: 'Stop' }).click()
  await expect(line(page)).toBeHidden()
  const stopped = probes()
  await open(page, 'Requests')
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await open(page, 'Coverage')
  await expect(page.getByText(/^Paused: [1-9][\d,]* of at most 5,000 questions asked/)).toBeVisible()
  expect(probes()).toBe(stopped)
})

test('what is kept of coverage is gone after sign-out', async ({ signedInPage: page }) => {
  await page.goto('/coverage')
  await page.getByLabel('Questions at most').selectOption({ label: 'At most 50 questions' })
  await page.getByRole('button', { name: 'Ask mirrors' }).click()
  await expect(page.getByText(/^50 of at most 50 questions asked/)).toBeVisible({ timeout: 30_000 })
  const keptNames = () => page.evaluate(() => Object.keys(localStorage).filter((key) => /coverage/.test(key)))
  await expect.poll(keptNames).toHaveLength(1)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  expect(await keptNames()).toEqual([])
})
