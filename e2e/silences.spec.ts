import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { tabTo } from './keyboard.ts'
import { signIn } from './sign-in.ts'
import { test } from './world.ts'

const alarms = (page: Page) => page.getByRole('region', { name: 'Alarms' })

const silence = async (page: Page, note: string) => {
  await alarms(page).getByRole('button', { name: 'Silence alarms' }).click()
  const dialog = page.getByRole('dialog', { name: 'Silence alarms of Dead?' })
  await dialog.getByLabel(/^Note/).fill(note)
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Silence alarms' }).click()
}

test.describe('in a console that watches', () => {
  test.use({ seed: 'broken', isWatched: true, roundMs: 1000 })

  test('a silence holds for everybody, alarms no one, and is ended by another person', async ({
    signedInPage: page,
    browser,
    world,
  }) => {
    await page.goto('/mirrors/dead')
    await silence(page, 'New disk')
    await expect(alarms(page)).toContainText(/Silenced until .* · New disk · by admin/)
    const kept = await page.request.get('/-/silences')
    expect(await kept.json()).toMatchObject({
      silences: [{ mirrorId: 'dead', note: 'New disk', by: 'admin', isNamed: true }],
    })

    const context = await browser.newContext({ baseURL: world.url })
    const other = await context.newPage()
    await signIn(other, world.url, 'jcitizen')
    await other.goto('/mirrors/dead')
    await expect(alarms(other)).toContainText(/Silenced until .* · New disk · by admin/)
    await expect(other.getByRole('region', { name: 'Health' })).toContainText('Not reachable')
    await alarms(other).getByRole('button', { name: 'End silence' }).click()
    await expect(alarms(other)).toContainText('You are not permitted to end a silence')
    await other.goto('/')
    await expect(other.getByRole('region', { name: 'Silenced' })).toContainText(
      '1 mirror silenced, 1 with a problem that alarms no one',
    )
    await expect(
      other.getByRole('region', { name: 'Incidents' }).getByRole('link', { name: 'Dead', exact: true }),
    ).toHaveCount(1)

    await alarms(page).getByRole('button', { name: 'End silence' }).click()
    await expect(alarms(page).getByRole('button', { name: 'Silence alarms' })).toBeVisible()
    // Told by the stream, or read at the next refresh.
    await other.getByRole('button', { name: 'Refresh' }).click()
    await expect(other.getByRole('region', { name: 'Silenced' })).toHaveCount(0)
    await context.close()

    await page.goto('/activity')
    await expect(page.getByRole('rowheader', { name: 'Silence alarms of a mirror' })).toBeVisible()
    await expect(page.getByRole('rowheader', { name: 'End the silence of a mirror' }).first()).toBeVisible()
  })

  test('it is made, extended and ended with the keyboard alone', async ({ signedInPage: page }) => {
    await page.goto('/mirrors/dead')
    const open = alarms(page).getByRole('button', { name: 'Silence alarms' })
    await expect(open).toBeVisible()
    await tabTo(page, open)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Silence alarms of Dead?' })
    await tabTo(page, dialog.getByRole('radio', { name: '1 hour' }))
    await page.keyboard.press('ArrowDown')
    await expect(dialog.getByRole('radio', { name: '4 hours' })).toBeChecked()
    await tabTo(page, dialog.getByLabel(/^Note/))
    await page.keyboard.type('Moving racks')
    await page.keyboard.press('Enter')
    await expect(alarms(page)).toContainText('Moving racks')
    await tabTo(page, alarms(page).getByRole('button', { name: 'End silence' }))
    await page.keyboard.press('Enter')
    await expect(alarms(page)).not.toContainText('Moving racks')
  })
})

test.describe('in a console that does not watch', () => {
  test.use({ seed: 'broken' })

  test('a silence is of this browser alone, says so, and survives a reload', async ({
    signedInPage: page,
  }) => {
    await page.goto('/mirrors/dead')
    await silence(page, 'Only here')
    await expect(alarms(page)).toContainText('in this browser only')
    await page.reload()
    await expect(alarms(page)).toContainText('Only here')
    await page.goto('/mirrors')
    await expect(page.getByRole('row', { name: /^Dead/ })).toContainText('Silenced until')
  })
})

test.describe('the page of a mirror', () => {
  test('warns of a certificate that ends soon, and is all above the fold', async ({
    signedInPage: page,
    bitbucket,
  }) => {
    const mumbai = (await bitbucket.mirrors()).find(({ name }) => name === 'Mumbai')
    expect(mumbai?.baseUrl).toMatch(/^https:/)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.goto(`/mirrors/${mumbai?.id ?? ''}`)
    await expect(page.getByText('Ends in 19 days: renew it soon')).toBeInViewport()
    await expect(page.getByRole('region', { name: 'Health' })).toContainText('Healthy')
    for (const name of [
      'Behind Bitbucket',
      'Response time',
      'Clock',
      'Version',
      'Serves',
      'Others with this version',
    ]) {
      await expect(page.getByText(name, { exact: true }), name).toBeInViewport()
    }
    await expectAccessible(page)
  })

  test('shows old and new before its record is corrected', async ({ signedInPage: page, bitbucket }) => {
    const dublin = (await bitbucket.mirrors()).find(({ name }) => name === 'Dublin')
    await page.goto(`/mirrors/${dublin?.id ?? ''}?tab=record`)
    await page.getByRole('textbox', { name: 'Version' }).fill('9.9.9')
    await page.getByRole('button', { name: 'Correct the record' }).click()
    const dialog = page.getByRole('dialog', { name: 'Correct the record of Dublin?' })
    await expect(dialog.getByRole('row', { name: /^Version/ })).toHaveText(
      `Version${dublin?.productVersion ?? ''}9.9.9`,
    )
    await expect(dialog.getByRole('row', { name: /^Address/ })).toContainText('stays as it is')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Correct record' }).click()
    await expect(page.getByText('The record is corrected', { exact: true })).toBeVisible()
    expect((await bitbucket.mirrors()).find(({ id }) => id === dublin?.id)?.productVersion).toBe('9.9.9')
  })
})
