import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'undici'
import { expect, it, onTestFinished } from 'vitest'
import * as v from 'valibot'
import { SESSION_HEADER, session } from '#contract/session.ts'
import { builtRoot } from '#demo/testing/built-root.ts'
import { startProgram } from '#demo/testing/start-program.ts'
import { MIRRORS, PREFERRED } from './testing/cookie-gateway.ts'
import { startCookieUpstream } from './testing/cookie-upstream.ts'
import { freePort } from './testing/proxy-program.ts'
import { OWN_HEADERS } from './testing/running-gateway.ts'

const COOKIE = 'BITBUCKETSESSIONID=alice-1marzipan; _atl_bitbucket_remember_me=marzipan; theirs=marzipan'

/** What it sets has its own mark: that reaches the browser, in that header alone. */
const SET = [
  'BITBUCKETSESSIONID=alice-2fresh; Path=/',
  '_atl_bitbucket_remember_me=fresh; Path=/',
  'theirs=fresh; Path=/',
]

it(
  "no cookie of Bitbucket's host is in a line that the process writes, a metric, a file, an address or an answer",
  { timeout: 30_000 },
  async () => {
    const upstream = await startCookieUpstream((asked, user) => {
      if (user === null) return null
      if (asked.url?.startsWith('/login') === true) return { status: 200, body: 'marzipan' }
      if (asked.url?.includes('/redirects') === true)
        return { status: 302, headers: { location: '/login?next=marzipan' } }
      if (asked.url?.includes('/html') === true)
        return { status: 200, headers: { 'content-type': 'text/html' }, body: 'marzipan' }
      return {
        status: 200,
        headers: { 'set-cookie': SET },
        body: '{"values":[],"isLastPage":true,"id":"a","name":"a"}',
      }
    })
    const port = await freePort()
    const folder = mkdtempSync(join(tmpdir(), 'mirror-console-canary-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const program = startProgram(
      'src/gateway/main.ts',
      {
        PORT: String(port),
        METRICS_PORT: '0',
        BITBUCKET_URL: upstream.url,
        PUBLIC_URL: `${upstream.url}/mirrors/`,
        SIGN_IN: 'bitbucket-session',
        WATCH_TOKEN: 'watch-token',
        WATCH_STORE: `sqlite:${join(folder, 'watch.db')}`,
      },
      builtRoot(),
    )
    const metricsUrl = await program.waitForOutput(/^Metrics: (\S+)$/m)
    const host = new URL(upstream.url).host
    const answers: string[] = []
    const cookies: string[] = []
    const ask = async (
      path: string,
      method: 'GET' | 'PUT' | 'DELETE' = 'GET',
      more: Record<string, string> = {},
    ) => {
      const { headers, body } = await request(`http://127.0.0.1:${port}/mirrors${path}`, {
        method,
        headers: { host, cookie: COOKIE, accept: '*/*', ...OWN_HEADERS, ...more },
      })
      const { 'set-cookie': set = [], ...others } = headers
      const text = await body.text()
      answers.push(JSON.stringify(others), text)
      cookies.push(...[set].flat())
      return text
    }
    const { mark } = v.parse(session, JSON.parse(await ask('/-/session')))
    await ask(PREFERRED, 'DELETE', { [SESSION_HEADER]: mark ?? '' })
    await ask(PREFERRED, 'DELETE')
    for (const path of [
      '/',
      MIRRORS,
      `${MIRRORS}/redirects`,
      `${MIRRORS}/html`,
      '/-/fleet',
      '/-/panel/a',
      '/-/activity',
      '/-/silences',
      '/-/marzipan',
      '/none.js',
    ]) {
      await ask(path)
    }
    await expect.poll(() => ask('/-/activity'), { timeout: 15_000 }).toContain('clearPreferredMirror')
    const metrics = await (await fetch(metricsUrl)).text()
    program.kill('SIGKILL')
    await program.ended
    const files = readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('')
    // The line about the write is in the log and in the file: this test reads what it means to read.
    for (const text of [program.output(), files]) expect(text).toContain('clearPreferredMirror')
    for (const text of [program.output(), metrics, files, ...answers]) {
      expect(text).not.toMatch(/marzipan|fresh;|BITBUCKETSESSIONID|remember_me|alice-\d/i)
    }
    const addresses = upstream.asked.map(({ url }) => url ?? '')
    expect(addresses.filter((address) => /marzipan|alice|login/.test(address))).toEqual([])
    expect(new Set(cookies.map((line) => line.split('=')[0]))).toEqual(
      new Set(['BITBUCKETSESSIONID', '_atl_bitbucket_remember_me']),
    )
    expect(upstream.asked.filter(({ headers }) => /theirs/.test(headers.cookie ?? ''))).toEqual([])
  },
)
