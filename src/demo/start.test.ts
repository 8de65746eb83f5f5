import { createServer } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as v from 'valibot'
import { page } from '#contract/page.ts'
import { fleetCheck } from '#contract/fleet-check.ts'
import { mirrorServer } from '#contract/mirror-server.ts'
import { probeResult } from '#contract/probe.ts'
import { repository } from '#contract/repository.ts'
import { SESSION_HEADER, session } from '#contract/session.ts'
import { builtRoot } from './testing/built-root.ts'
import { startProgram } from './testing/start-program.ts'

const ENTRY = 'src/demo/start.ts'
const ADDRESS = /^Mirror Console: (http:\/\/127\.0\.0\.1:\d+)$/m

const start = (env: Record<string, string> = {}) =>
  startProgram(ENTRY, { PORT: '0', SKIP_BUILD: '1', ...env }, builtRoot())

/** A browser that is signed in. */
const signIn = async (url: string, name: string) => {
  const own = { 'x-mirror-console': '1', 'sec-fetch-site': 'same-origin', 'content-type': 'application/json' }
  const post = (path: string, body: unknown, mark: Record<string, string> = {}) =>
    fetch(url + path, { method: 'POST', headers: { ...own, ...mark }, body: JSON.stringify(body) })
  const signedIn = await post('/-/session', { username: name, password: name })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const known = { cookie, [SESSION_HEADER]: v.parse(session, await signedIn.json()).mark ?? '' }
  return {
    text: async (path: string) => (await fetch(url + path, { headers: { cookie } })).text(),
    get: async (path: string): Promise<unknown> => (await fetch(url + path, { headers: { cookie } })).json(),
    post: async (path: string, body: unknown): Promise<unknown> => (await post(path, body, known)).json(),
  }
}

describe('npm start', { timeout: 20_000 }, () => {
  it('prints where it is and who can sign in', async () => {
    const program = start()
    const url = await program.waitForOutput(ADDRESS)
    await program.waitForOutput(/(Ctrl-C)/)
    expect(program.output()).toMatch(/admin\s+System administrator/)
    const known = v.parse(session, await (await fetch(`${url}/-/session`)).json())
    expect(known.embedded?.accounts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['admin', 'jcitizen', 'guest']),
    )
    expect(program.output()).toContain(known.upstream)
    expect(await (await fetch(url, { headers: { accept: 'text/html' } })).text()).toContain(
      '<title>Built</title>',
    )
    expect((await fetch(`${url}/-/ready`)).status).toBe(200)
  })

  it('does the main job: lists mirrors and repositories, and asks each mirror about one', async () => {
    const url = await start({ EMBEDDED_SEED: 'calm' }).waitForOutput(ADDRESS)
    const { get, post } = await signIn(url, 'jcitizen')
    const mirrors = v.parse(page(mirrorServer), await get('/rest/mirroring/latest/mirrorServers')).values
    const repositories = v.parse(page(repository), await get('/rest/api/latest/repos')).values
    expect(mirrors.length).toBeGreaterThan(0)
    const repositoryId = repositories[0]?.id
    const results = await Promise.all(
      mirrors.map(async ({ id }) =>
        v.parse(probeResult, await post('/-/probe', { mirrorId: id, repositoryId })),
      ),
    )
    expect(results.map(({ kind }) => kind)).toContain('answered')
  })

  it('asks broken mirrors and reports the failure of each', async () => {
    const url = await start({ EMBEDDED_SEED: 'broken' }).waitForOutput(ADDRESS)
    const { get, post } = await signIn(url, 'admin')
    const repositories = v.parse(page(repository), await get('/rest/api/latest/repos')).values
    const repositoryId = repositories[0]?.id
    const failureOf = async (mirrorId: string) => {
      const result = v.parse(probeResult, await post('/-/probe', { mirrorId, repositoryId }))
      return result.kind === 'failed' ? result.failure : result.kind
    }
    const ids = [
      'dead',
      'hangs',
      'refused',
      'redirect',
      'huge',
      'html',
      'wrong-content',
      'fails-500',
      'maintenance',
      'rate-limited',
      'unknown-repository',
      'other-repository',
      'other-scheme',
      'other-port',
      'clock-differs',
      'not-mirrored',
    ]
    const seen = await Promise.all(ids.map(async (id) => [id, await failureOf(id)]))
    expect(Object.fromEntries(seen)).toEqual({
      dead: 'unreachable',
      hangs: 'timed-out',
      refused: 'refused',
      redirect: 'redirected',
      huge: 'too-large',
      html: 'unreadable',
      'wrong-content': 'unreadable',
      'fails-500': 'failing',
      maintenance: 'maintenance',
      'rate-limited': 'rate-limited',
      'unknown-repository': 'unknown-repository',
      'other-repository': 'other-repository',
      'other-scheme': 'other-scheme',
      'other-port': 'other-port',
      'clock-differs': 'refused',
      'not-mirrored': 'answered',
    })
  })

  it('asks broken mirrors for their status and reports the outcome of each', async () => {
    const url = await start({ EMBEDDED_SEED: 'broken' }).waitForOutput(ADDRESS)
    const { text } = await signIn(url, 'jcitizen')
    const lines = (await text('/-/fleet')).split('\n').filter((line) => line !== '')
    expect(lines.pop()).toBe(`{"asked":${lines.length}}`)
    const seen = lines.map((line) => {
      const { mirrorId, outcome } = v.parse(fleetCheck, JSON.parse(line))
      if (outcome.kind === 'failed') return [mirrorId, outcome.failure]
      return [mirrorId, outcome.kind === 'answered' ? outcome.status.state : outcome.httpStatus]
    })
    const synchronized = [
      'healthy',
      'stale',
      'never-seen',
      'clock-differs',
      'slow',
      'other-repository',
      'unknown-repository',
      'other-scheme',
      'other-port',
      'not-mirrored',
      'error-initializing',
      'error-available',
      'contradicts-progress',
      'removal-lost',
    ]
    expect(Object.fromEntries(seen)).toEqual({
      ...Object.fromEntries(synchronized.map((id) => [id, 'SYNCHRONIZED'])),
      initializing: 'METADATA_SYNCHRONIZED',
      synchronizing: 'METADATA_SYNCHRONIZED',
      'other-state': 'REBALANCING',
      'no-status': 404,
      'wrong-content': 200,
      dead: 'unreachable',
      hangs: 'timed-out',
      refused: 'refused',
      redirect: 'redirected',
      huge: 'too-large',
      html: 'unreadable',
      'fails-500': 'failing',
      maintenance: 'maintenance',
      'rate-limited': 'rate-limited',
    })
  })

  it('breaks a body that the small Bitbucket breaks', async () => {
    const url = await start({ EMBEDDED_SEED: 'broken' }).waitForOutput(ADDRESS)
    const { get } = await signIn(url, 'admin')
    await expect(get('/rest/mirroring/latest/mirrorServers/broken-body')).rejects.toThrow('terminated')
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s', async (signal) => {
    const program = start()
    await program.waitForOutput(/(Ctrl-C)/)
    program.kill(signal)
    expect(await program.ended).toBe(0)
  })

  it('reports in one sentence that its port is taken', async () => {
    const { port } = new URL(await start().waitForOutput(ADDRESS))
    const second = start({ PORT: port })
    expect(await second.ended).toBe(1)
    expect(second.output()).toBe(
      `Port ${port} is taken by another program: stop it, or set PORT to a free port.\n`,
    )
  })

  it.each([
    [{ PORT: 'x' }, 'PORT must be a number from 0 to 65535.\n'],
    [
      { EMBEDDED_SEED: 'nice' },
      'EMBEDDED_SEED must be one of calm, crowded, empty, broken, hostile, lopsided.\n',
    ],
    [{ EMBEDDED_PROFILE: '7' }, 'EMBEDDED_PROFILE must be one of 8.16, 9.4.\n'],
    [{ EMBEDDED_LIVE: 'no' }, 'EMBEDDED_LIVE must be 0 or 1.\n'],
  ])('ends with one sentence that says what is wrong: $1', async (env, sentence) => {
    const program = start(env)
    expect(await program.ended).toBe(1)
    expect(program.output()).toBe(sentence)
  })

  it('reports a Bitbucket that cannot be reached, keeps running, and has no accounts', async () => {
    const program = start({ BITBUCKET_URL: 'http://127.0.0.1:1/' })
    const url = await program.waitForOutput(ADDRESS)
    await program.waitForOutput(/(Bitbucket could not be reached\.)/)
    expect(await (await fetch(`${url}/-/session`)).json()).toMatchObject({
      user: null,
      mark: null,
      upstream: 'http://127.0.0.1:1',
      embedded: null,
    })
    expect((await fetch(`${url}/-/ready`)).status).toBe(503)
  })

  it('asks the Bitbucket of BITBUCKET_URL', async () => {
    const own = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"version":"7.21.0"}')
    })
    await new Promise<void>((resolve) => {
      own.listen(0, '127.0.0.1', resolve)
    })
    onTestFinished(() => {
      own.close()
    })
    const address = own.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const program = start({ BITBUCKET_URL: `HTTP://LOCALHOST:${port}/rest/` })
    const url = await program.waitForOutput(ADDRESS)
    expect(await (await fetch(`${url}/rest/api/latest/application-properties`)).json()).toEqual({
      version: '7.21.0',
    })
  })
})

describe('npm run upstream', () => {
  it('is a Bitbucket for any client', async () => {
    const program = startProgram('src/demo/upstream.ts', { UPSTREAM_PORT: '0', MIRRORS_PORT: '0' })
    const url = await program.waitForOutput(/^Small Bitbucket: (\S+)$/m)
    const answer = await fetch(`${url}/rest/mirroring/latest/mirrorServers`, {
      headers: { authorization: `Basic ${btoa('admin:admin')}` },
    })
    expect(answer.headers.get('x-ausername')).toBe('admin')
    expect(v.parse(page(mirrorServer), await answer.json()).values.length).toBeGreaterThan(0)
    expect(program.output()).toContain(`curl -u admin:admin ${url}/rest/`)
  })
})

describe('the production entry', () => {
  it('needs a Bitbucket, and says so', async () => {
    const program = startProgram('src/gateway/main.ts', { PORT: '0' })
    expect(await program.ended).toBe(1)
    expect(program.output()).toBe('BITBUCKET_URL must be given, for example https://bitbucket.example.com.\n')
  })
})
