import { expect } from '@playwright/test'
import { expectAccessibleAt } from './accessibility.ts'
import { settled } from './settled.ts'
import { test } from './world.ts'

test.use({ seed: 'broken', isWatched: true })

test('the watch looks without anybody, and every page tells the same of what it saw', async ({
  signedInPage: page,
}) => {
  await page.goto('/mirrors/dead?tab=history')
  const strip = page.getByRole('img', { name: /^Not reachable for / })
  // The first round waits for mirrors that hang.
  await expect(async () => {
    await page.reload()
    await expect(strip).toBeVisible({ timeout: 1000 })
  }).toPass()
  const troubles = page.getByRole('table', { name: 'What was wrong' })
  await expect(troubles.getByRole('row', { name: /Not reachable .* or earlier/ })).toBeVisible()

  await page.goto('/')
  const incidents = page.getByRole('region', { name: 'Incidents' })
  const dead = incidents.getByRole('listitem').filter({ hasText: /since .* or earlier.*Dead/ })
  await expect(dead).toBeVisible()
  const overTime = page.getByRole('region', { name: 'The fleet over time' })
  await expect(overTime.getByRole('img', { name: /^Not reachable for / })).toBeVisible()

  await page.goto('/mirrors')
  const row = page.getByRole('row', { name: /^Dead / })
  await expect(row.getByRole('img', { name: /^Not reachable for / })).toBeVisible()

  await page.goto('/mirrors/dead?tab=history')
  await page.getByRole('link', { name: 'Show' }).click()
  const then = page.getByRole('list', { name: 'Mirrors at this moment' })
  await expect(then.getByRole('listitem').filter({ hasText: /^Dead Not reachable$/ })).toBeVisible()
  await expect(then.getByRole('listitem').filter({ hasText: /^Healthy Healthy$/ })).toBeVisible()
})

test('a change through the console is in the activity, and only those who decide see it', async ({
  signedInPage: page,
  signInAs,
}) => {
  await page.goto('/requests')
  await page
    .getByRole('row', { name: /Works/ })
    .getByRole('button', { name: /^Reject/ })
    .click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Reject/ }).click()
  await expect(dialog).toBeHidden()
  await page.goto('/activity')
  const row = page.getByRole('row', { name: /^Reject a mirror/ })
  await expect(row).toContainText('admin')
  await expect(row).toContainText('Answered as done (200)')
  await signInAs('jcitizen')
  await page.goto('/activity')
  await expect(page.getByText('You are not permitted to see the activity of others')).toBeVisible()
  await expect(page.getByText('Reject a mirror')).toHaveCount(0)
})

test('what the watch tells is accessible in both schemes, wide and on a phone', async ({
  signedInPage: page,
}) => {
  test.slow()
  for (const address of ['/', '/mirrors', '/mirrors/dead?tab=history', '/activity']) {
    await page.goto(address)
    await settled(page)
    await expectAccessibleAt(page, [1024, 390])
  }
})
