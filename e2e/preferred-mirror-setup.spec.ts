import { expect, test as plainTest } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { guardPage } from './page-guard.ts'
import { signIn } from './sign-in.ts'
import { startWorld } from './start-world.ts'
import { test } from './world.ts'

test('a developer measures, selects the mirror and saves it, and Bitbucket agrees', async ({
  page,
  world,
}) => {
  await signIn(page, world.url, 'jcitizen')
  const probes: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/-/probe')) probes.push(request.postData() ?? '')
  })
  await page.goto('/preferred-mirror')
  await expect(page.getByRole('radio', { name: 'Dublin' })).toBeChecked()
  expect(probes).toEqual([])
  await page.getByRole('button', { name: 'Measure from the console' }).click()
  const measured = page.getByRole('list', { name: 'Measured servers' })
  await expect(page.getByText('Measured', { exact: true })).toBeVisible()
  await expect(measured.getByRole('listitem')).toHaveCount(5)
  await expect(measured.getByText(/^median/)).toHaveCount(5)
  expect(probes).toHaveLength(20)
  await expectAccessible(page)

  await measured.getByRole('button', { name: 'Select Virginia' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(
    page.getByRole('status').filter({ hasText: 'Virginia is now your preferred mirror' }),
  ).toBeVisible()
  const saved = await page.request.get(`${world.url}/rest/mirroring/latest/account/settings/preferred-mirror`)
  expect(await saved.json()).toMatchObject({ name: 'Virginia' })
})

plainTest(
  'measuring asks each mirror five times at most, and none once the page is left',
  async ({ page }) => {
    const { world, stop } = await startWorld('broken', { LOG: '1' })
    try {
      const guard = await guardPage(page, world.url)
      await signIn(page, world.url, 'admin')
      const asked = new Map<string, number>()
      let isAway = false
      page.on('request', (request) => {
        if (!request.url().endsWith('/-/probe')) return
        const about = request.postData() ?? ''
        asked.set(about, (asked.get(about) ?? 0) + 1)
        expect(isAway).toBe(false)
      })
      await page.goto(`${world.url}/preferred-mirror`)
      await page.getByRole('button', { name: 'Measure from the console' }).click()
      const measured = page.getByRole('list', { name: 'Measured servers' })
      await expect(measured.getByText(/^median/).first()).toBeVisible()
      // One that hangs is still being asked.
      await page.getByRole('link', { name: 'Mirrors', exact: true }).click()
      await expect(page.getByRole('rowheader', { name: 'Healthy', exact: true })).toBeVisible()
      isAway = true
      await page.getByRole('link', { name: 'Repositories', exact: true }).click()
      await expect(page.getByRole('rowheader').first()).toBeVisible()
      isAway = false
      asked.clear()

      await page.getByRole('link', { name: 'Preferred mirror', exact: true }).click()
      await page.getByRole('button', { name: 'Measure from the console' }).click()
      await expect(page.getByText('Measured', { exact: true })).toBeVisible({ timeout: 60_000 })
      expect(asked.size).toBeGreaterThan(10)
      expect(Math.max(...asked.values())).toBe(5)
      // The gateway counts the same: none was sent twice behind the page's back.
      const total = [...asked.values()].reduce((sum, count) => sum + count, 0)
      const logged = () =>
        world
          .printed()
          .split('\n')
          .filter((line) => line.includes('"route":"/-/probe"')).length
      expect(logged()).toBeGreaterThanOrEqual(total)
      await guard.check()
    } finally {
      await stop()
    }
  },
)

test('the commands for a repository are linkable, copied whole and accessible', async ({
  signedInPage: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/preferred-mirror?repository=11')
  const change = page.getByRole('region', { name: 'Change an existing clone' })
  await expect(change).toContainText('git remote set-url --push origin')
  await page.getByRole('combobox', { name: 'Mirror' }).selectOption('Mumbai')
  await page.getByRole('combobox', { name: 'Protocol' }).selectOption('SSH')
  await expect(change).toContainText('ssh://git@')
  await change.getByRole('button', { name: 'Copy commands: Change an existing clone' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied.split('\n')).toHaveLength(2)
  expect(copied).toMatch(/^git remote set-url origin 'ssh:\/\/[^']+\/pay\/ledger\.git'\n/)

  await page.getByText('Whole machine').click()
  await expect(page.getByText('It is not known whether')).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize({ width: 390, height: 844 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('the palette and the map work by keyboard alone', async ({ signedInPage: page }) => {
  await page.goto('/mirrors')
  await expect(page.getByRole('row', { name: /Dublin/ })).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Command' })
  await expect(field).toBeFocused()
  await expectAccessible(page)
  await page.keyboard.type('ledger')
  await expect(page.getByRole('option', { name: 'ledger' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'ledger' })).toBeFocused()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard map' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test('preferences apply at once and after a reload', async ({ signedInPage: page }) => {
  await page.goto('/repositories/11')
  await page.getByRole('button', { name: 'Preferences' }).press('Enter')
  const preferences = page.getByRole('dialog', { name: 'Preferences' })
  await expect(preferences).toBeVisible()
  await expectAccessible(page)
  await preferences.getByRole('combobox', { name: 'Single-key shortcuts' }).selectOption('Off')
  await preferences.getByRole('combobox', { name: 'Colours' }).selectOption('Dark')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Preferences' })).toBeFocused()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'ledger' })).toBeVisible()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeHidden()
})

test.describe('among broken mirrors', () => {
  test.use({ seed: 'broken' })

  test('a preferred mirror with problems is reported, and another one offered', async ({
    signedInPage: page,
    bitbucket,
  }) => {
    const disabled = (await bitbucket.mirrors()).find(({ enabled }) => enabled === false)
    await bitbucket.call('setPreferredMirror', { body: disabled?.id ?? '' })
    await page.goto('/preferred-mirror')
    const notice = page.getByRole('status').filter({ hasText: 'disabled. Clones from it may fail.' })
    await expect(notice).toBeVisible()
    const offer = notice.getByRole('button', { name: /^Select / }).first()
    const name = ((await offer.textContent()) ?? '').replace('Select ', '')
    await offer.click()
    await expect(page.getByRole('radio', { name, exact: true })).toBeChecked()
    await expectAccessible(page)
  })
})

test.describe('among hostile mirrors', () => {
  test.use({ seed: 'hostile' })

  test('no command is made of an address that is not safe in a terminal', async ({ signedInPage: page }) => {
    await page.goto('/preferred-mirror')
    // By keyboard: what the eye may get wrong about these names comes late and is long enough to move the page.
    const repository = page.getByRole('radiogroup', { name: 'Repository' }).getByRole('radio').first()
    await repository.press('Space')
    await expect(repository).toBeChecked()
    await page.getByRole('combobox', { name: 'Mirror' }).selectOption('Virginia')
    for (const protocol of ['HTTP', 'SSH']) {
      await page.getByRole('combobox', { name: 'Protocol' }).selectOption(protocol)
      await expect(page.getByText('No commands are made')).toBeVisible()
      await expect(page.locator('pre').filter({ hasText: 'git ' })).toHaveCount(0)
    }
    await expectAccessible(page)
  })
})
