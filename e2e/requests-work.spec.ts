import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { exportAs } from './export-as.ts'
import { announced, openAccept, writesOf } from './request-steps.ts'
import { test } from './world.ts'

test('an accepted mirror is followed over pages until it is seen for the first time', async ({
  signedInPage: page,
}) => {
  await page.goto('/requests')
  const dialog = await openAccept(page, 'Sydney')
  await dialog.getByRole('checkbox').check()
  await dialog.getByRole('button', { name: 'Accept mirror' }).click()
  const strip = page.getByRole('region', { name: 'Accepted mirrors' })
  await expect(strip).toContainText('waiting for its first heartbeat')
  await page.getByRole('link', { name: 'Repositories', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Repositories' })).toBeVisible()
  await expect(strip).toContainText('seen for the first time', { timeout: 15_000 })
  await strip.getByRole('link', { name: 'Open the mirror server' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sydney' })).toBeVisible()
  await strip.getByRole('button', { name: 'Stop following' }).click()
  await expect(strip).toBeHidden()
})

test('a request is deleted in any state, and Bitbucket agrees', async ({ signedInPage: page, bitbucket }) => {
  await page.goto('/requests?state=rejected')
  await page.getByRole('button', { name: 'Delete request of Lab' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete request of Lab?' })
  await dialog.getByRole('button', { name: 'Delete request' }).click()
  await expect(announced(page, 'The request of Lab was deleted')).toBeVisible()
  await expect(page.getByRole('rowheader', { name: 'Lab' })).toBeHidden()
  expect((await bitbucket.requestsIn('REJECTED')).map(({ mirrorName }) => mirrorName)).toEqual(['Test box'])
})

test('a mirror is registered; a refusal of Bitbucket is shown, and nothing typed is lost', async ({
  signedInPage: page,
  bitbucket,
}) => {
  const fill = async (name: string) => {
    await page.getByRole('textbox', { name: 'Name' }).fill(name)
    await page.getByRole('textbox', { name: 'Mirror id' }).fill('OSLO-1')
    await page.getByRole('textbox', { name: 'Address', exact: true }).fill('https://oslo.acme.com')
    await page.getByRole('textbox', { name: 'Version' }).fill('8.16.2')
    await page.getByRole('button', { name: 'Register mirror' }).click()
  }
  await page.goto('/requests')
  await page.getByRole('link', { name: 'Register a mirror' }).click()
  await page.getByRole('button', { name: 'Register mirror' }).click()
  await expect(page.getByText('Enter a name.')).toBeVisible()
  await expectAccessible(page)
  await fill('Oslo')
  await expect(page.getByRole('heading', { level: 1, name: 'Oslo' })).toBeVisible()
  expect((await bitbucket.requestsIn('PENDING')).map(({ mirrorName }) => mirrorName)).toContain('Oslo')

  await page.goto('/requests/new')
  await fill('Oslo again')
  await expect(page.getByRole('alert')).toContainText('Bitbucket did not take this request')
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Oslo again')
})

test('selection, columns and filter stay over a refresh; columns stay over a reload', async ({
  signedInPage: page,
}) => {
  await page.goto('/requests')
  await page.getByRole('checkbox', { name: 'Select Sydney' }).check()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Type' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('columnheader', { name: 'Type' })).toBeHidden()
  await page.getByRole('button', { name: 'Refresh' }).click()
  await expect(page.getByRole('checkbox', { name: 'Select Sydney' })).toBeChecked()
  await expect(page.getByText('1 selected')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('rowheader', { name: 'Sydney' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Type' })).toBeHidden()
})

test.describe('with failing decisions', () => {
  test.use({ seed: 'broken' })

  test('many are decided with a result for each, stopped, and the remaining ones tried again', async ({
    signedInPage: page,
    bitbucket,
  }) => {
    const writes = writesOf(page)
    await page.goto('/requests')
    for (const name of ['Works', 'Slow to accept', 'Fails to accept', 'Answer lost']) {
      await page.getByRole('checkbox', { name: `Select ${name}` }).check()
    }
    await page.getByRole('button', { name: 'Reject selected' }).click()
    await expect(page.getByRole('dialog', { name: 'Reject 4 requests?' })).toBeVisible()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Reject 4 requests' }).click()
    const itemOf = (name: string) => dialog.getByRole('listitem').filter({ hasText: name })
    // It takes three seconds: time enough to stop.
    await expect(itemOf('Slow to accept')).toContainText('In progress')
    await dialog.getByRole('button', { name: 'Stop' }).click()
    await expect(itemOf('Slow to accept')).toContainText('Rejected')
    await expect(itemOf('Fails to accept')).toContainText('Not sent')
    await dialog.getByRole('button', { name: 'Retry 1 not done' }).click()
    await expect(itemOf('Fails to accept')).toContainText('The request is still pending')
    await expect(dialog).toContainText('3 requests were rejected, 1 failed.')
    expect(new Set(writes).size).toBe(4)
    expect(writes).toHaveLength(4)
    expect((await bitbucket.requestsIn('REJECTED')).map(({ mirrorName }) => mirrorName)).toEqual([
      'Works',
      'Answer lost',
      'Slow to accept',
    ])
  })
})

test.describe('ten thousand requests', () => {
  test.use({ seed: 'crowded' })

  test('are exported to the last one, of all pages', async ({ signedInPage: page }) => {
    await page.goto('/requests')
    await expect(page.getByText(/there are more/)).toBeVisible()
    const [download] = await Promise.all([page.waitForEvent('download', { timeout: 20_000 }), exportAs(page)])
    const lines = (await readFile(await download.path(), 'utf8')).split('\r\n')
    expect(lines[0]).toBe('\uFEFFName,State,Type,Version,Address')
    // The header and the empty text after the last line count too.
    expect(lines).toHaveLength(10_002)
  })

  test('are exported as data, which says that they are all', async ({ signedInPage: page }) => {
    await page.goto('/requests?sort=name.asc')
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 20_000 }),
      exportAs(page, 'Export JSON'),
    ])
    const file: unknown = JSON.parse(await readFile(await download.path(), 'utf8'))
    expect(file).toMatchObject({
      list: 'Mirroring requests',
      filter: { state: 'PENDING' },
      sort: { column: 'name', direction: 'asc' },
      complete: true,
      total: 10_000,
      exported: 10_000,
    })
  })

  test('are selected and filtered without a pause', async ({ signedInPage: page }) => {
    await page.goto('/requests')
    await page.getByRole('button', { name: 'Read all' }).click()
    await expect(page.getByText('10,000 requests loaded.')).toBeVisible({ timeout: 20_000 })
    await page.getByRole('checkbox', { name: 'Select all shown' }).check()
    await expect(page.getByText('100 selected')).toBeVisible()
    await page.getByRole('button', { name: 'Select all 10,000 that match' }).click()
    await expect(page.getByText('10,000 selected')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search' }).fill('Kyoto 9992')
    await expect(page.getByText('10,000 selected, 9,999 of them not shown by the search')).toBeVisible()
  })
})
