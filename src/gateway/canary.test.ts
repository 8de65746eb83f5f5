import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as v from 'valibot'
import { SESSION_HEADER, session } from '#contract/session.ts'
import { builtRoot } from '#demo/testing/built-root.ts'
import { startProgram } from '#demo/testing/start-program.ts'
import { listenOnLoopback } from './testing/listen-on-loopback.ts'
import { rawRequest } from './testing/raw-request.ts'
import { OWN_HEADERS } from './testing/running-gateway.ts'
import { sessionKey } from './testing/session-key.ts'

const MIRRORS = '/rest/mirroring/latest/mirrorServers'
const KEY = sessionKey('canary')

/**
 * A Bitbucket and a mirror in one that write "canary" wherever they can: headers, bodies, signed links,
 * redirects and broken answers.
 */
const startHostileUpstream = async () => {
  const server = createServer((request, response) => {
    const { url = '' } = request
    const json = (status: number, body: unknown, more = {}) =>
      response
        .writeHead(status, {
          'content-type': 'application/json',
          'x-ausername': 'user-canary',
          'set-cookie': 'a=canary',
          'x-secret': 'canary',
          ...more,
        })
        .end(JSON.stringify(body))
    const origin = `http://${request.headers.host}`
    if (url.includes('/mirrors?')) {
      json(200, {
        values: [
          {
            mirrorServer: { id: 'a', name: 'a', baseUrl: origin },
            links: { self: [{ href: `${origin}/on?jwt=canary` }] },
          },
        ],
        isLastPage: true,
      })
    } else if (url.startsWith('/on')) json(401, { errors: [{ message: 'canary' }] })
    else if (url.includes('/panel-redirects/')) json(302, {}, { location: `${origin}/login?token=canary` })
    else if (url.includes('/breaks'))
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': 99 }).end('{"canary"')
    else if (url.includes('/mirrorServers?')) {
      const addresses = [`${origin}/canary`, 'http://canary:canary@127.0.0.1/']
      json(200, {
        values: addresses.map((baseUrl, at) => ({
          id: `canary${at}`,
          name: 'canary',
          baseUrl,
          enabled: true,
        })),
        isLastPage: true,
      })
    } else if (url.includes('/html'))
      response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>canary</h1>')
    else if (url.includes('/hangs-up')) request.socket.destroy()
    else json(200, { token: 'canary', version: 'canary' })
  })
  const port = await listenOnLoopback(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${port}`
}

const start = async (more: Readonly<Record<string, string>> = {}) => {
  const program = startProgram(
    'src/gateway/main.ts',
    {
      PORT: '0',
      METRICS_PORT: '0',
      SESSION_KEYS: KEY,
      BITBUCKET_URL: await startHostileUpstream(),
      MIRROR_NETWORKS: '127.0.0.0/8',
      ...more,
    },
    builtRoot(),
  )
  const url = await program.waitForOutput(/^Mirror Console: (\S+)$/m)
  const metricsUrl = await program.waitForOutput(/^Metrics: (\S+)$/m)
  return { program, url, metricsUrl }
}

const isDecision = (line: string): boolean => line.startsWith('{"kind":"decision"')

describe('a secret', { timeout: 20_000 }, () => {
  it('planted in everything that passes is in no line that the process writes, and in no metric', async () => {
    const { program, url, metricsUrl } = await start()
    const own = { ...OWN_HEADERS, 'content-type': 'application/json' }
    const post = (path: string, body: string, more = {}) =>
      fetch(url + path, { method: 'POST', headers: { ...own, ...more }, body })
    const signedIn = await post('/-/session', '{"token":"token-canary"}')
    expect(signedIn.status).toBe(200)
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const page = { cookie, [SESSION_HEADER]: v.parse(session, await signedIn.json()).mark ?? '' }
    const sealed = cookie.split('=')[1] ?? ''
    expect(sealed.length).toBeGreaterThan(100)
    await post('/-/session', '{"username":"name-canary","password":"password-canary"}')
    await post('/-/session', '{"token":"token-canary"')
    await post('/-/probe', '{"mirrorId":"a","repositoryId":"1"}', page)
    await post(`${MIRRORS}/canary/events`, '{"type":"canary', page)
    for (const path of [
      `${MIRRORS}/canary`,
      `${MIRRORS}/canary/token`,
      '/rest/api/latest/repos?name=canary',
      '/rest/api/latest/repos?canary=canary',
      '/rest/canary',
      '/-/panel/panel-redirects',
      '/-/panel/canary',
      '/-/fleet?mirror=canary0&mirror=canary1&fresh=1',
      '/-/fleet?canary=canary',
      '/-/canary',
      '/canary?token=canary',
      '/assets/canary.js',
      `${MIRRORS}/html`,
      `${MIRRORS}/hangs-up`,
    ]) {
      await fetch(url + path, {
        headers: { cookie, authorization: 'Bearer canary', referer: `${url}/canary` },
      })
    }
    await expect(
      fetch(`${url}${MIRRORS}/breaks`, { headers: { cookie } }).then((answer) => answer.text()),
    ).rejects.toThrow('terminated')
    await rawRequest(url, 'GET /canary HTTP/1.1\r\nHost: canary\r\nConnection: close\r\n\r\n')
    await rawRequest(url, 'CANARY /canary canary\r\n\r\n')
    const metrics = await (await fetch(metricsUrl)).text()
    program.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    expect(program.output().split('\n').length).toBeGreaterThan(18)
    const lines = program.output().split('\n')
    // Who did what to what is what this log is for; of the body that was sent with it, it has nothing.
    const decisions = lines.filter(isDecision).map((line) => JSON.parse(line))
    expect(decisions).toMatchObject([
      { user: 'user-canary', operation: 'publishEvent', ids: { mirrorId: 'canary' }, outcome: 'not-sent' },
    ])
    const without = decisions.map((decision) => JSON.stringify({ ...decision, user: '', ids: {} }))
    const said = [...lines.filter((line) => !isDecision(line)), ...without].join('\n')
    for (const text of [said, metrics]) {
      expect(text).not.toMatch(/canary/i)
      expect(text).not.toContain(sealed.slice(0, 40))
      expect(text).not.toContain(KEY)
    }
  })

  it('is in no file that the watch keeps', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mirror-console-canary-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const path = join(folder, 'watch.db')
    const { program, url } = await start({ WATCH_TOKEN: 'watch-secret', WATCH_STORE: `sqlite:${path}` })
    const own = { ...OWN_HEADERS, 'content-type': 'application/json' }
    const signedIn = await fetch(`${url}/-/session`, {
      method: 'POST',
      headers: own,
      body: '{"token":"token-secret"}',
    })
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const mark = v.parse(session, await signedIn.json()).mark ?? ''
    await fetch(`${url}${MIRRORS}/a`, {
      method: 'PUT',
      headers: { ...own, cookie, [SESSION_HEADER]: mark },
      body: '{"baseUrl":"http://user:password-secret@mirror.example.com"}',
    })
    const history = async () => {
      const answer = await fetch(`${url}/-/history`, { headers: { cookie } })
      return answer.text()
    }
    await expect.poll(history, { timeout: 15_000 }).toContain('"spans":[{')
    const files = () =>
      readdirSync(folder)
        .map((name) => readFileSync(join(folder, name), 'latin1'))
        .join('')
    await expect.poll(files).toContain('updateMirror')
    program.kill('SIGKILL')
    await program.ended
    const kept = files()
    expect(kept).toContain('canary0')
    for (const text of ['-secret', 'jwt', 'Bearer', KEY, (cookie.split('=')[1] ?? '').slice(0, 40)]) {
      expect(kept).not.toContain(text)
    }
  })

  it('leaves lines that a collector reads: one object each, with an id and the template of the route', async () => {
    const { program, url } = await start()
    const answer = await fetch(`${url}${MIRRORS}/a?start=0`)
    program.kill('SIGTERM')
    await program.ended
    const lines = program
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      {
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        requestId: answer.headers.get('x-request-id'),
        method: 'GET',
        route: '/rest',
        status: 404,
        ms: expect.any(Number),
      },
    ])
  })
})
