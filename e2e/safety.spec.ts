import { expect, test as plainTest } from '@playwright/test'
import { ACCOUNTS } from '#upstream/accounts.ts'
import { MIRROR_SENTINELS, REQUEST_SENTINELS, SENTINELS } from '#upstream/sentinels.ts'
import { builtFiles } from './built-files.ts'
import { test } from './world.ts'

/** Words that only the small Bitbucket or MSW would bring along. Short ones could be words of the console itself. */
const SIMULATOR_WORDS = [
  ...[SENTINELS, MIRROR_SENTINELS, REQUEST_SENTINELS]
    .flatMap((sentinels) => Object.values<string>(sentinels))
    .filter((words) => words.length > 16),
  ...ACCOUNTS.flatMap(({ displayName, publicKey, token }) => [displayName, publicKey, token]),
  'EMBEDDED_SEED',
  'msw/',
  'mswjs',
  'mockServiceWorker',
  'made-up Bitbucket',
  '[MSW]',
]

test.describe('what is built', () => {
  plainTest('holds nothing of the simulator, and no source map that would', () => {
    const files = builtFiles()
    expect(files.length).toBeGreaterThan(2)
    for (const { path, content } of files) {
      expect(path).not.toMatch(/\.map$|serviceworker/i)
      const text = content.toString('utf8')
      expect(
        SIMULATOR_WORDS.filter((word) => text.includes(word)),
        path,
      ).toEqual([])
    }
  })
})

test.describe('headers', () => {
  test('an address with a manipulated path gets an error page with a link back', async ({ page }) => {
    const answer = await page.goto('/mirrors/..%2F..%2Fadmin')
    expect(answer?.status()).toBe(400)
    await expect(page.getByRole('heading', { level: 1, name: 'Page not found' })).toBeVisible()
    await page.getByRole('link', { name: 'Go to the overview' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  })

  test('the document allows only its own resources', async ({ page }) => {
    const answer = await page.goto('/')
    const headers = answer?.headers() ?? {}
    const policy = headers['content-security-policy'] ?? ''
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'self'",
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "worker-src 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy.split('; ')).toContain(directive)
    }
    expect(policy).not.toMatch(/unsafe-|\*|https?:/)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  test('each document has a nonce of its own, and none is left unfilled', async ({ page }) => {
    const nonces = new Set<string>()
    for (const path of ['/', '/requests']) {
      const answer = await page.request.get(path)
      const html = await answer.text()
      expect(html).not.toContain('__CSP_NONCE__')
      nonces.add(/'nonce-([^']+)'/.exec(answer.headers()['content-security-policy'] ?? '')?.[1] ?? '')
    }
    expect(nonces.size).toBe(2)
    expect([...nonces].every((nonce) => nonce.length >= 16)).toBe(true)
  })

  test('data can do nothing when it is opened as a page, and is never stored', async ({
    signedInPage: page,
  }) => {
    const answer = await page.request.get('/rest/mirroring/latest/mirrorServers')
    expect(answer.status()).toBe(200)
    expect(answer.headers()).toMatchObject({
      'cache-control': 'no-store',
      'content-type': expect.stringMatching(/^application\/json/),
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers()['content-security-policy']).toContain("sandbox; default-src 'none'")
    expect(answer.headers()).not.toHaveProperty('set-cookie')
    expect(answer.headers()).not.toHaveProperty('access-control-allow-origin')
  })

  test('files with a hash in their name are cached without limit, the document never', async ({ page }) => {
    const document = await page.request.get('/')
    expect(document.headers()['cache-control']).toMatch(/no-store|no-cache/)
    const assets = builtFiles().filter(({ path }) => /^assets\/.*\.(?:js|css)$/.test(path))
    expect(assets.length).toBeGreaterThan(1)
    for (const { path, content } of assets) {
      const answer = await page.request.get(`/${path}`, { headers: { 'accept-encoding': 'br' } })
      expect(answer.headers()['cache-control'], path).toContain('immutable')
      // Below one packet there is nothing to win.
      if (content.length > 1400) expect(answer.headers()['content-encoding'], path).toBe('br')
    }
  })
})

test.describe('the browser', () => {
  test('registers no service worker', async ({ signedInPage: page }) => {
    await page.goto('/requests')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const registered = await page.evaluate(() => navigator.serviceWorker.getRegistrations())
    expect(registered).toHaveLength(0)
  })

  test('keeps the credential where no script can read it', async ({ signedInPage: page }) => {
    await page.goto('/requests')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const cookies = await page.context().cookies()
    expect(cookies.length).toBeGreaterThan(0)
    for (const cookie of cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    const readable = await page.evaluate(() =>
      JSON.stringify([
        document.cookie,
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        location.href,
      ]),
    )
    expect(readable).not.toContain(btoa('admin:admin'))
    expect(readable).not.toMatch(/password|Basic |Bearer /i)
    expect(await page.evaluate(() => document.cookie)).toBe('')
  })
})
