import { expect, type Page } from '@playwright/test'
import { expectAccessible, expectAccessibleAt } from './accessibility.ts'
import { tabTo } from './keyboard.ts'
import { keepSentRequests } from './sent-requests.ts'
import { settled } from './settled.ts'
import { test } from './world.ts'

const part = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Parts of this mirror server' }).getByRole('link', { name })

test.describe('with mirrors that fail', () => {
  test.use({ seed: 'broken' })

  test('every part of a mirror has an address, and reload gives the same', async ({ signedInPage: page }) => {
    await page.goto('/mirrors?health=not-a-mirror&sort=name.asc')
    await page.getByRole('link', { name: 'Html', exact: true }).click()
    await expect(page.getByText('1 of 3')).toBeVisible()
    for (const [name, tab] of [
      ['Repositories', 'repositories'],
      ['Settings panel', 'settings-panel'],
      ['Token', 'token'],
      ['Event', 'event'],
      ['Record', 'record'],
      ['Danger zone', 'danger-zone'],
    ] as const) {
      await part(page, name).click()
      await expect(page).toHaveURL(new RegExp(`tab=${tab}`))
      await page.reload()
      await expect(part(page, name)).toHaveAttribute('aria-current', 'page')
    }
    await page.getByRole('link', { name: 'Next: Huge' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Huge' })).toBeVisible()
    await expect(part(page, 'Danger zone')).toHaveAttribute('aria-current', 'page')
    await page.getByRole('link', { name: 'All mirror servers' }).click()
    await expect(page).toHaveURL(/\/mirrors\?health=not-a-mirror&sort=name\.asc$/)
  })

  test('a mirror is removed with the keyboard alone', async ({ signedInPage: page, bitbucket }) => {
    await page.goto('/mirrors/html?tab=danger-zone')
    const open = page.getByRole('button', { name: 'Remove this mirror server' })
    await expect(open).toBeVisible()
    await tabTo(page, open)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Remove Html?' })
    await tabTo(page, dialog.getByRole('textbox'))
    await page.keyboard.type('Html')
    await tabTo(page, dialog.getByRole('button', { name: 'Remove mirror' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'Html was removed' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: 'Mirror servers' })).toBeVisible()
    expect((await bitbucket.mirrors()).map(({ id }) => id)).not.toContain('html')
  })

  test('a removal whose answer is lost shows the true result, with one write', async ({
    signedInPage: page,
    bitbucket,
  }) => {
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'DELETE') sent.push(new URL(request.url()).pathname)
    })
    await page.goto('/mirrors/removal-lost?tab=danger-zone')
    await page.getByRole('button', { name: 'Remove this mirror server' }).click()
    const dialog = page.getByRole('dialog', { name: 'Remove Removal lost?' })
    await dialog.getByRole('textbox').fill('Removal lost')
    await dialog.getByRole('button', { name: 'Remove mirror' }).dblclick()
    await expect(dialog.getByText('This mirror is removed now')).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: 'Removal lost was removed' })).toBeVisible()
    expect(sent).toEqual(['/rest/mirroring/latest/mirrorServers/removal-lost'])
    expect((await bitbucket.mirrors()).map(({ id }) => id)).not.toContain('removal-lost')
  })

  test('an unreachable mirror is shown as such in its rows, and is no longer asked', async ({
    signedInPage: page,
  }) => {
    await page.goto('/mirrors/dead?tab=repositories')
    await expect(page.getByText(/could not be asked 3 times in a row/)).toBeVisible()
    await expect(page.getByText('Unreachable').first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible()
  })

  test('a mirror that another user removes while it is open is reported in place', async ({
    signedInPage: page,
    bitbucket,
  }) => {
    await page.goto('/mirrors/slow')
    await expect(page.getByRole('heading', { level: 1, name: 'Slow' })).toBeVisible()
    await bitbucket.call('removeMirror', { parameters: { mirrorId: 'slow' } })
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByText('There is no mirror with this id')).toBeVisible()
    await expect(page.getByRole('link', { name: 'See all mirror servers' })).toBeVisible()
  })

  test('the pages and the dialog are accessible, wide and on a phone', async ({ signedInPage: page }) => {
    test.slow()
    for (const [address, ...widths] of [
      ['/mirrors/healthy', 1280],
      ['/mirrors/healthy?tab=settings-panel', 1280],
      ['/mirrors/healthy?tab=event', 1280],
      ['/mirrors?health=not-a-mirror', 1280, 390],
      ['/mirrors/not-mirrored?tab=repositories', 1280, 390],
      ['/mirrors/healthy?tab=record', 1280, 390],
      ['/mirrors/healthy?tab=danger-zone', 1280, 390],
    ] as const) {
      await page.goto(address)
      await settled(page)
      await expectAccessibleAt(page, widths)
    }
    await page.getByRole('button', { name: 'Remove this mirror server' }).click()
    await expect(page.getByRole('dialog').getByText(/^No project loses its last mirror\./)).toBeVisible({
      timeout: 20_000,
    })
    await expectAccessibleAt(page, [1280, 390])
  })
})

test('the token is nowhere after hiding, and is copied without being shown', async ({
  signedInPage: page,
  context,
  bitbucket,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const [mirror] = await bitbucket.mirrors()
  const answer = await bitbucket.call('getMirrorToken', { parameters: { mirrorId: mirror?.id ?? '' } })
  const token = /[0-9a-f]{40}/.exec(answer.text)?.[0] ?? ''
  expect(token).not.toBe('')
  await page.goto(`/mirrors/${mirror?.id ?? ''}?tab=token`)
  const whereIsIt = () =>
    page.evaluate(() =>
      [
        document.documentElement.outerHTML,
        location.href,
        JSON.stringify(Object.entries(localStorage)),
        JSON.stringify(Object.entries(sessionStorage)),
        JSON.stringify(history.state),
      ].join('\n'),
    )

  await page.getByRole('button', { name: 'Copy token without showing' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Copied the token' })).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token)
  expect(await whereIsIt()).not.toContain(token)

  await page.getByRole('button', { name: 'Reveal token' }).click()
  await expect(page.getByText(token)).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('blur')))
  await expect(page.getByText(token)).toBeHidden()
  expect(await whereIsIt()).not.toContain(token)
})

test('known mirrors under another address lock removal until unlocked, and not for long', async ({
  signedInPage: page,
  bitbucket,
}) => {
  const mirrors = await bitbucket.mirrors()
  await page.addInitScript(
    (known) => localStorage.setItem('mirror-console-known-mirrors', known),
    JSON.stringify(mirrors.map(({ id }) => [id, 'https://bitbucket.example.com'])),
  )
  await page.goto('/mirrors')
  const bar = page.getByRole('region', { name: 'Looks like a clone' })
  await expect(bar).toContainText('looks like a clone of production')
  await expect(bar).toContainText('https://bitbucket.example.com')
  await expectAccessible(page)
  await page.goto(`/mirrors/${mirrors[0]?.id ?? ''}?tab=danger-zone`)
  await page.getByRole('button', { name: 'Remove this mirror server' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(mirrors[0]?.name ?? '')
  await expect(dialog.getByRole('button', { name: 'Remove mirror' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Unlock for this session' }).click()
  await expect(dialog.getByRole('button', { name: 'Remove mirror' })).toBeEnabled()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Unlock for this session' })).toBeVisible()
})

test.describe('with a hostile mirror', () => {
  test.use({ seed: 'hostile' })

  test('the settings panel sends nothing and opens nothing, even when it is clicked', async ({
    signedInPage: page,
    world,
    guard,
    bitbucket,
  }) => {
    const dublin = (await bitbucket.mirrors()).find(({ name }) => name === 'Dublin')
    const sent = keepSentRequests(page)
    const sentByFrame: string[] = []
    page.on('requestfinished', (request) => {
      if (request.frame() !== page.mainFrame()) sentByFrame.push(request.url())
    })
    await page.goto(`/mirrors/${dublin?.id ?? ''}?tab=settings-panel`)
    await page.getByRole('button', { name: 'Show the settings panel' }).click()
    const frame = page.frameLocator('iframe')
    await expect(frame.locator('body')).not.toBeEmpty()
    await expect(page.getByText('Not part of this console')).toBeVisible()
    const before = sent().length
    for (const target of await frame.locator('a, button, input').all()) {
      await target.click({ timeout: 500, force: true }).catch(() => undefined)
    }
    // A request of the test itself, so that earlier requests of the frame would have been seen by now.
    await page.evaluate(() => fetch('/-/health'))
    expect(sentByFrame).toEqual([])
    // The console itself loads code of its own 5 s after it started, which may be now.
    const isOwnCode = (url: string) => url.startsWith(`${world.url}/assets/`)
    expect(
      sent()
        .slice(before)
        .filter((url) => !isOwnCode(url)),
    ).toEqual([`${world.url}/-/health`])
    expect(sent().filter((url) => new URL(url).origin !== world.url)).toEqual([])
    expect(page.url()).toContain('tab=settings-panel')
    await expect(page.getByText('Not part of this console')).toBeVisible()
    expect(page.context().pages()).toHaveLength(1)
    // The browser says in the console what it refused to the frame: that is the proof, not a fault of the page.
    const own = guard.complaints.filter(
      (complaint) => !/^console\.error: .*(?:Content Security Policy|sandboxed|about:srcdoc)/.test(complaint),
    )
    guard.complaints.splice(0, guard.complaints.length, ...own)
  })
})
