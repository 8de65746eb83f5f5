import { expect, type Page, test as plainTest } from '@playwright/test'
import { guardPage } from './page-guard.ts'
import { startOwnWorld } from './own-world.ts'
import { signIn } from './sign-in.ts'
import { test } from './world.ts'

/** The addresses of everything but reads that a page sends from now on. */
const writesOf = (page: Page): readonly string[] => {
  const writes: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (request.method() !== 'GET' && !pathname.startsWith('/-/'))
      writes.push(`${request.method()} ${pathname}`)
  })
  return writes
}

plainTest(
  'when Bitbucket accepts and does not answer, that is said, and what is shown stays',
  async ({ page }) => {
    const world = await startOwnWorld('calm')
    try {
      const guard = await guardPage(page, world.url)
      await signIn(page, world.url, 'admin')
      await page.goto(`${world.url}/mirrors`)
      const dublin = page.getByRole('rowheader', { name: 'Dublin' })
      await expect(dublin).toBeVisible()
      const answerAll = world.front.hang()
      await page.getByRole('button', { name: 'Refresh' }).click()
      const waiting = page.getByRole('status').filter({ hasText: 'Waiting for Bitbucket since' })
      await expect(waiting).toBeVisible()
      await page.getByRole('link', { name: 'Upstream' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Upstream' })).toBeVisible()
      await expect(waiting).toHaveCount(1)
      await page.getByRole('link', { name: 'Mirrors', exact: true }).click()
      await expect(dublin).toBeVisible()
      answerAll()
      await expect(waiting).toHaveCount(0)
      await guard.check()
    } finally {
      await world.stop()
    }
  },
)

plainTest(
  'when Bitbucket stops, data stays with its age, and Refresh loads it again after a restart',
  async ({ page }) => {
    const world = await startOwnWorld('calm')
    try {
      const guard = await guardPage(page, world.url)
      await signIn(page, world.url, 'admin')
      await page.goto(`${world.url}/mirrors`)
      const dublin = page.getByRole('rowheader', { name: 'Dublin' })
      await expect(dublin).toBeVisible()
      await world.front.close()
      await page.getByRole('button', { name: 'Refresh' }).click()
      const notice = page.getByRole('status').filter({ hasText: 'Bitbucket cannot be reached' })
      await expect(notice).toContainText('What you see was read')
      await expect(dublin).toBeVisible()

      await page.getByRole('link', { name: 'Repositories' }).click()
      await expect(page.getByRole('alert')).toContainText('Bitbucket cannot be reached')
      await page.getByRole('link', { name: 'Mirrors', exact: true }).click()
      await expect(dublin).toBeVisible()
      await world.front.reopen()
      await page.getByRole('button', { name: 'Refresh' }).click()
      await expect(notice).toBeHidden()
      await page.getByRole('link', { name: 'Repositories' }).click()
      await page
        .getByRole('button', { name: 'Try again' })
        .or(page.getByRole('rowheader').first())
        .first()
        .click()
      await expect(page.getByRole('rowheader', { name: 'ledger' })).toBeVisible()

      await world.gateway.kill()
      await page.getByRole('button', { name: 'Refresh' }).click()
      await expect(
        page.getByRole('status').filter({ hasText: 'The console cannot reach its server' }),
      ).toBeVisible()
      await expect(page.getByRole('rowheader', { name: 'ledger' })).toBeVisible()
      await page.getByRole('button', { name: 'Sign out' }).click()
      await expect(page.getByRole('status').filter({ hasText: 'you are still signed in' })).toBeVisible()
      await guard.check()
    } finally {
      await world.stop()
    }
  },
)

test('of two windows that decide about one request, one decides and the other one shows that', async ({
  signedInPage: page,
  context,
  bitbucket,
}) => {
  const other = await context.newPage()
  const writes = [writesOf(page), writesOf(other)]
  await Promise.all([page.goto('/requests'), other.goto('/requests')])
  await page.getByRole('button', { name: 'Accept Sydney' }).click()
  await other.getByRole('button', { name: 'Reject Sydney' }).click()
  const reject = other.getByRole('dialog', { name: 'Reject Sydney?' })
  await expect(reject).toBeVisible()
  const accept = page.getByRole('dialog', { name: 'Accept Sydney?' })
  await accept.getByRole('checkbox', { name: 'I expected this mirror' }).check()
  await accept.getByRole('button', { name: 'Accept mirror' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Sydney was accepted' })).toBeVisible()

  await reject.getByRole('button', { name: 'Reject request' }).click()
  await expect(reject.getByText(/already accepted/i)).toBeVisible()
  expect(writes.flat()).toEqual(['POST /rest/mirroring/latest/requests/6/accept'])
  expect((await bitbucket.requestsIn('ACCEPTED')).map(({ id }) => id)).toContain('6')
  await reject.getByRole('button', { name: 'Done' }).click()
  await expect(other.getByRole('button', { name: 'Reject Sydney' })).toHaveCount(0)
  await other.close()
})

test.describe('with failing decisions', () => {
  test.use({ seed: 'broken' })

  test('decisions that are slow, refused or cut off are sent once, and the true result is shown', async ({
    signedInPage: page,
    bitbucket,
  }) => {
    const writes = writesOf(page)
    const pending = await bitbucket.requestsIn('PENDING')
    const idOf = (name: string) => pending.find(({ mirrorName }) => mirrorName === name)?.id ?? ''
    const open = async (name: string) => {
      await page.getByRole('button', { name: `Accept ${name}`, exact: true }).click()
      const dialog = page.getByRole('dialog', { name: `Accept ${name}?` })
      await dialog.getByRole('checkbox').check()
      return dialog
    }
    await page.goto('/requests')

    // Enter is held down, which repeats the key.
    const failing = await open('Fails to accept')
    await failing.getByRole('button', { name: 'Accept mirror' }).focus()
    for (let held = 0; held < 5; held += 1) await page.keyboard.down('Enter')
    await page.keyboard.up('Enter')
    await expect(failing.getByRole('alert')).toBeVisible()
    expect(writes).toHaveLength(1)
    expect((await bitbucket.requestsIn('PENDING')).map(({ id }) => id)).toContain(idOf('Fails to accept'))
    await failing.getByRole('button', { name: 'Cancel' }).click()

    const raced = await open('Raced')
    await raced.getByRole('button', { name: 'Accept mirror' }).click()
    await expect(raced.getByText(/already accepted/i)).toBeVisible()
    await raced.getByRole('button', { name: 'Done' }).click()

    const slow = await open('Slow to accept')
    const sent = page.waitForRequest((request) => request.method() === 'POST')
    await slow.getByRole('button', { name: 'Accept mirror' }).click()
    await sent
    await page.reload()
    await expect(page.getByRole('button', { name: 'Accept Works' })).toBeVisible()
    await expect
      .poll(async () => (await bitbucket.requestsIn('ACCEPTED')).map(({ id }) => id))
      .toContain(idOf('Slow to accept'))
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByRole('button', { name: 'Accept Slow to accept' })).toHaveCount(0)
    await page.getByRole('link', { name: 'Accepted' }).click()
    await expect(page.getByRole('rowheader', { name: 'Slow to accept' })).toBeVisible()
    expect(writes.map((write) => write.split('/').at(-2))).toEqual(
      ['Fails to accept', 'Raced', 'Slow to accept'].map(idOf),
    )
  })
})
