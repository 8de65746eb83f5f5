import { expect } from '@playwright/test'
import { type FrontProxy, type OwnAnswer, startFrontProxy } from './front-proxy.ts'
import { signIn } from './sign-in.ts'
import { test as plain } from './world.ts'

/** A console behind a proxy, and a page that knows it by the proxy's address only. */
const test = plain.extend<{ front: FrontProxy }>({
  front: async ({ world }, use) => {
    const proxy = await startFrontProxy(world.url)
    await use(proxy)
    proxy.close()
  },
})

const JSON_TYPE = { 'content-type': 'application/json' }
const NO_ROUTE = '{"message":"no Route matched with those values"}'

const ANSWERS: readonly (readonly [name: string, answer: OwnAnswer, words: RegExp])[] = [
  [
    '404 of an API gateway',
    { status: 404, headers: JSON_TYPE, body: NO_ROUTE },
    /did not come from the console/,
  ],
  ['an empty 404', { status: 404 }, /did not come from the console/],
  [
    '401 in HTML',
    { status: 401, headers: { 'content-type': 'text/html' }, body: '<h1>Sign in' },
    /did not come from the console/,
  ],
  ['403 in JSON', { status: 403, headers: JSON_TYPE, body: NO_ROUTE }, /did not come from the console/],
  ['409 in JSON', { status: 409, headers: JSON_TYPE, body: NO_ROUTE }, /did not come from the console/],
  [
    'a login page with 200',
    { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Sign in' },
    /did not come from the console/,
  ],
  [
    'a redirect to a login',
    { status: 302, headers: { location: 'https://login.example.com/' } },
    /asks you to sign in/,
  ],
]

test('what a proxy before the console answers proves nothing about a mirror or a preference', async ({
  browser,
  front,
  world,
  bitbucket,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, world.url, 'admin')
  const [mirror] = await bitbucket.mirrors()
  const id = mirror?.id ?? ''
  for (const [name, answer, words] of ANSWERS) {
    front.setRule(() => null)
    await page.goto(`${front.url}/mirrors/${id}?tab=danger-zone`)
    await page.getByRole('button', { name: 'Remove this mirror server' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(mirror?.name ?? '')
    front.setRule(({ url = '' }) => (url.startsWith('/rest/') ? answer : null))
    await dialog.getByRole('button', { name: 'Remove mirror' }).click()
    await expect(dialog, name).toContainText(words)
    await expect(dialog, name).not.toContainText(/removed by|already|gone/i)

    await page.goto(`${front.url}/preferred-mirror`)
    await expect(page.getByRole('main'), name).toContainText('so nothing is known')
    await expect(page.getByText('You have no preferred mirror'), name).toHaveCount(0)
  }
  expect(front.passed.filter((line) => line.startsWith('DELETE'))).toEqual([])
  expect((await bitbucket.mirrors()).map((one) => one.id)).toContain(id)
  await context.close()
})

test('a proxy that says 502 says that the console is away, and Bitbucket is not blamed', async ({
  browser,
  front,
  world,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await signIn(page, world.url, 'admin')
  front.setRule(({ url = '' }) =>
    url.startsWith('/rest/')
      ? { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>Bad gateway' }
      : null,
  )
  await page.goto(`${front.url}/mirrors`)
  await expect(page.getByRole('alert')).toContainText("The console's own server is not available")
  await expect(page.getByRole('alert')).not.toContainText('Bitbucket')
  front.setRule(() => null)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('rowheader').first()).toBeVisible()
  await context.close()
})

test('a proxy that keeps the cookie for itself is named, and signing in does not loop', async ({
  browser,
  world,
}) => {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${world.url}/sign-in`)
  // The browser keeps no cookie of this console: what a proxy without Set-Cookie does, too.
  await page.route('**/-/session', async (route) => {
    const answer = await route.fetch()
    await context.clearCookies()
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'set-cookie': '' } })
  })
  await page.getByRole('button', { name: 'Sign in as admin' }).click()
  await expect(page.getByRole('alert')).toContainText('The session was not kept')
  await expect(page).toHaveURL(/\/sign-in$/)
  await context.close()
})
