import { readFileSync } from 'node:fs'
import { expect, test as plainTest } from '@playwright/test'
import * as v from 'valibot'
import { expectAccessible } from './accessibility.ts'
import { exportAs } from './export-as.ts'
import { guardPage } from './page-guard.ts'
import { signIn } from './sign-in.ts'
import { startWorld } from './start-world.ts'
import { test } from './world.ts'

const logged = v.object({ time: v.string(), ms: v.number(), status: v.number() })

/** Questions as the gateway logged them: when each began and ended (epoch ms). */
const probesIn = (printed: string) =>
  printed
    .split('\n')
    .filter((line) => line.includes('"route":"/-/probe"'))
    .map((line) => {
      const read: unknown = JSON.parse(line)
      const { time, ms, status } = v.parse(logged, read)
      const end = Date.parse(time)
      return { start: end - ms, end, isAnswered: status === 200 }
    })

test('an administrator asks where projects are mirrored, filters, and moves by keyboard', async ({
  signedInPage: page,
}) => {
  const questions: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/-/probe') questions.push(request.url())
  })
  await page.goto('/coverage')
  const grid = page.getByRole('treegrid', { name: 'Coverage' })
  await expect(grid.getByRole('row', { name: /Payments/ })).toContainText('Not known yet')
  expect(questions).toEqual([])
  await page.getByRole('button', { name: 'Ask mirrors' }).click()
  await expect(page.getByText('Done: 20 questions asked.')).toBeVisible()
  expect(questions).toHaveLength(20)
  await expect(grid.getByRole('row', { name: /Payments/ })).toContainText('4 mirrors')
  await expect(grid.getByRole('row', { name: /Mobile/ })).toContainText('3 mirrors')

  await grid.focus()
  await page.keyboard.press('ArrowRight')
  await expect(grid.getByRole('gridcell', { name: /: Available$/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(grid.getByRole('row', { name: /ledger/ })).toBeVisible()
  await expectAccessible(page)

  await page.getByText('What if a mirror were gone?').click()
  for (const name of ['Dublin', 'Mumbai']) {
    // The address holds the choice, so the tick follows a moment after the click.
    await page.getByRole('checkbox', { name }).click()
    await expect(page.getByRole('checkbox', { name })).toBeChecked()
  }
  await page.getByLabel('Show').selectOption({ label: 'Sole copy' })
  await expect(grid.getByRole('row', { name: /Mobile/ })).toContainText('Sole copy')
  await expect(grid.getByRole('row', { name: /Payments/ })).toBeHidden()
  expect(new URL(page.url()).searchParams.get('show')).toBe('sole')

  await page.getByRole('link', { name: 'Mirrors', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mirror servers' })).toBeVisible()
  await page.goBack()
  await expect(grid.getByRole('row', { name: /Mobile/ })).toContainText('Sole copy')
  expect(questions).toHaveLength(20)
})

test('coverage exports what is shown as CSV', async ({ signedInPage: page }) => {
  await page.goto('/coverage')
  await expect(page.getByRole('row', { name: /Payments/ })).toBeVisible()
  const download = page.waitForEvent('download')
  await exportAs(page)
  expect((await download).suggestedFilename()).toMatch(/^coverage-\d{4}-\d\d-\d\d\.csv$/)
})

test('every project opens at once, and what is shown is exported whole', async ({ signedInPage: page }) => {
  await page.goto('/coverage')
  const grid = page.getByRole('treegrid', { name: 'Coverage' })
  await page.getByRole('button', { name: 'Open all projects' }).click()
  await expect(grid).toHaveAttribute('aria-rowcount', '36')
  await expect(grid.getByRole('row', { name: /ledger/ })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search' }).fill('ledger')
  await expect(grid).toHaveAttribute('aria-rowcount', '3')
  const download = page.waitForEvent('download')
  await exportAs(page)
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[2]).toContain('Payments,ledger,Not known yet')
  await page.getByRole('button', { name: 'Close all projects' }).click()
  await expect(page.getByText('No known project matches', { exact: false })).toBeVisible()
})

test.describe('when mirrors are broken', () => {
  test.use({ seed: 'broken' })

  test('coverage never draws "could not ask" as "not mirrored"', async ({ signedInPage: page }) => {
    await page.goto('/coverage')
    const grid = page.getByRole('treegrid', { name: 'Coverage' })
    await expect(grid.getByRole('columnheader', { name: /^Healthy ?,/ })).toBeVisible()
    // After the name, a head says how its mirror is.
    const heads = (await grid.getByRole('columnheader').allTextContents()).slice(2)
    const names = heads.map((head) => head.replace(/, .*$/, ''))
    await page.getByRole('button', { name: 'Ask mirrors' }).click()
    await expect(page.getByText(/^Done: /)).toBeVisible({ timeout: 60_000 })
    await grid.focus()
    const labels: Record<string, string> = {}
    for (const name of names) {
      await page.keyboard.press('ArrowRight')
      const cell = grid.getByRole('gridcell', { name: new RegExp(`^${name}: `) })
      labels[name] = ((await cell.getAttribute('aria-label')) ?? '').replace(`${name}: `, '')
    }
    expect(labels).toMatchObject({
      Healthy: 'Available',
      'Error available': 'Available but failing to update',
      'Error initializing': 'Failed to initialize',
      Initializing: 'Initializing',
      'Not mirrored': 'Not mirrored',
      Dead: 'Could not ask',
      Hangs: 'Could not ask',
      Refused: 'Could not ask',
      'Clock differs': 'Could not ask',
      Html: 'Could not ask',
      Huge: 'Could not ask',
      'Wrong content': 'Could not ask',
    })
    expect(Object.values(labels).filter((word) => word === 'Not mirrored')).toHaveLength(1)
  })
})

plainTest(
  'the server is asked no more than the budget allows, six at once at most, and nothing once the page is left',
  async ({ page }) => {
    const { world, stop } = await startWorld('broken', { LOG: '1' })
    try {
      const probes = () => probesIn(world.printed())
      const guard = await guardPage(page, world.url)
      await signIn(page, world.url, 'admin')
      await page.goto(`${world.url}/coverage`)
      await page.getByLabel('Questions at most').selectOption({ label: 'At most 50 questions' })
      await page.getByRole('button', { name: 'Ask mirrors' }).click()
      await expect(page.getByText(/^[1-9]\d* of at most 50 questions asked/)).toBeVisible()
      await page.getByRole('button', { name: 'Pause' }).click()
      await expect(page.getByText(/^Paused: /)).toBeVisible()
      await page.getByRole('button', { name: 'Resume' }).click()
      await expect(page.getByText(/^[1-9]\d of at most 50 questions asked/)).toBeVisible()

      let isAway = true
      const begunWhileAway: string[] = []
      page.on('request', (request) => {
        if (isAway && request.url().endsWith('/-/probe')) begunWhileAway.push(request.url())
      })
      await page.getByRole('link', { name: 'Mirrors', exact: true }).click()
      await expect(page.getByRole('rowheader', { name: 'Healthy', exact: true })).toBeVisible()
      begunWhileAway.length = 0
      await page.getByRole('link', { name: 'Repositories', exact: true }).click()
      await expect(page.getByRole('rowheader').first()).toBeVisible()
      expect(begunWhileAway).toEqual([])
      isAway = false
      await page.getByRole('link', { name: 'Coverage', exact: true }).click()
      await expect(page.getByText(/^50 of at most 50 questions asked|^Done: /)).toBeVisible({
        timeout: 30_000,
      })
      const most = Math.max(
        ...probes().map(
          ({ start }) => probes().filter((one) => one.start <= start && start < one.end).length,
        ),
      )
      expect(most).toBeLessThanOrEqual(6)
      // What was under way at a pause or when the page was left is given up, and asked again afterwards.
      expect(probes().filter(({ isAnswered }) => isAnswered).length).toBeLessThanOrEqual(50 + 2 * 5)
      await guard.check()
    } finally {
      await stop()
    }
  },
)
