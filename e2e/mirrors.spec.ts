import { expect } from '@playwright/test'
import { watchShifts } from './watch-shifts.ts'
import { test } from './world.ts'

test.describe('with broken mirrors', () => {
  test.use({ seed: 'broken' })

  test('each mirror shows its health, the list is linkable, and every name leads to its page', async ({
    signedInPage: page,
    bitbucket,
  }) => {
    await page.goto('/mirrors')
    const row = (name: string) =>
      page.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
    for (const [name, health] of [
      ['Healthy', 'Healthy'],
      ['Stale', 'Not seen recently, but answers'],
      ['Never seen', 'Never seen'],
      ['Disabled', 'Disabled'],
      ['Clock differs', 'Clock differs'],
      ['Dead', 'Not reachable'],
      ['Hangs', 'Timed out'],
      ['Html', 'Not a mirror’s answer'],
      ['Fails 500', 'Failing (500)'],
      ['Synchronizing', 'Synchronizing 242 of 1071'],
    ] as const) {
      await expect(row(name).getByRole('cell', { name: health, exact: true }), name).toBeVisible()
    }
    expect(await page.getByRole('rowheader').count()).toBe((await bitbucket.mirrors()).length)

    await page.getByRole('button', { name: 'Name', exact: true }).click()
    await expect(page.getByRole('rowheader').first()).toHaveText('Clock differs')
    await page.getByRole('searchbox', { name: 'Search' }).fill('ERROR')
    await expect(page.getByRole('rowheader')).toHaveText(['Error available', 'Error initializing'])
    await page.reload()
    await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue('ERROR')
    await expect(page.getByRole('rowheader')).toHaveText(['Error available', 'Error initializing'])
    await page.getByRole('searchbox', { name: 'Search' }).fill('no such mirror')
    await expect(page.getByText('No mirror matches the search.')).toBeVisible()
    await page.getByRole('button', { name: 'Clear search', exact: true }).last().click()

    await page.getByRole('link', { name: 'Clock differs', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Clock differs' })).toBeVisible()
    await expect(page.getByRole('main')).toContainText('clock-differs')
    await page.goBack()
    await expect(page.getByRole('heading', { level: 1, name: 'Mirror servers' })).toBeVisible()
  })
})

test.describe('while mirrors answer', () => {
  test.use({ seed: 'broken' })

  for (const width of [1280, 390]) {
    test(`no row of a sorted list moves under the hand, ${String(width)} px`, async ({
      signedInPage: page,
    }) => {
      await page.setViewportSize({ width, height: 844 })
      const shift = await watchShifts(page)
      await page.goto('/mirrors?sort=name.asc')
      await expect(page.getByText('1 timed out')).toBeVisible({ timeout: 8000 })
      expect(await shift()).toBeLessThanOrEqual(0.01)
    })
  }
})

test.describe('in a filtered list', () => {
  test.use({ seed: 'broken' })

  test('previous and next stay inside it, in its order, and back returns to the same list', async ({
    signedInPage: page,
  }) => {
    await page.goto('/mirrors?search=error&sort=name.desc')
    await page.getByRole('link', { name: 'Error initializing', exact: true }).click()
    const list = page.getByRole('navigation', { name: 'In the list of mirror servers' })
    await expect(list).toContainText('1 of 2')
    await expect(list.getByRole('link', { name: /^Previous/ })).toHaveCount(0)
    await list.getByRole('link', { name: 'Next: Error available' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Error available' })).toBeVisible()
    await page.reload()
    await expect(list).toContainText('2 of 2')
    await list.getByRole('link', { name: 'All mirror servers' }).click()
    await expect(page.getByRole('rowheader')).toHaveText(['Error initializing', 'Error available'])
  })
})

test('a mirror that is removed while its page is open is reported as gone', async ({
  signedInPage: page,
  bitbucket,
}) => {
  const [mirror] = await bitbucket.mirrors()
  const id = mirror?.id ?? ''
  await page.goto(`/mirrors/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: mirror?.name ?? '' })).toBeVisible()
  await bitbucket.call('removeMirror', { parameters: { mirrorId: id } })
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('alert')).toContainText('There is no mirror with this id')
  await page.getByRole('link', { name: 'See all mirror servers' }).click()
  await expect(page.getByRole('rowheader')).toHaveCount((await bitbucket.mirrors()).length)
})

test('an accepted mirror is shown as synchronizing without a reload', async ({
  signedInPage: page,
  bitbucket,
}) => {
  await bitbucket.call('acceptRequest', { parameters: { mirroringRequestId: '6' } })
  await page.goto('/mirrors')
  const row = page.getByRole('row', { name: /Sydney/ })
  await expect(row).toContainText('Never seen')
  // Its first sign of life comes three seconds after it was accepted.
  await expect(async () => {
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(row).toContainText('Synchronizing', { timeout: 500 })
  }).toPass()
})
