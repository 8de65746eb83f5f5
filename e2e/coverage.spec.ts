import { expect } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { test } from './world.ts'

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
  await expect(page.getByText('All asked: 20 questions.')).toBeVisible()
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
  await page.getByRole('button', { name: 'Export CSV' }).click()
  expect((await download).suggestedFilename()).toMatch(/^coverage-\d{4}-\d\d-\d\d\.csv$/)
})

test.describe('when mirrors are broken', () => {
  test.use({ seed: 'broken' })

  test('coverage never draws "could not ask" as "not mirrored", and pauses when asked', async ({
    signedInPage: page,
  }) => {
    await page.goto('/coverage')
    await page.getByRole('button', { name: 'Ask mirrors' }).click()
    await expect(page.getByText(/^[1-9]\d* of at most 200 questions asked/)).toBeVisible()
    await page.getByRole('button', { name: 'Pause' }).click()
    await expect(page.getByText(/^Paused: /)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible()
  })
})
