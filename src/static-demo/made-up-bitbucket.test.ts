import { describe, expect, it } from 'vitest'
import { SEED_NAMES } from '#upstream/seed-names.ts'
import { createMadeUpBitbucket } from './made-up-bitbucket.ts'
import { seedOfAddress } from './seed-of-address.ts'

const MIRRORS = '/rest/mirroring/latest/mirrorServers'

/** Asks as the page does, with its JSON. */
const client = (seed: (typeof SEED_NAMES)[number] = 'calm') => {
  const answer = createMadeUpBitbucket(seed)
  return async (target: string, method = 'GET', body: unknown = null) => {
    const headers = { 'content-type': 'application/json' }
    const sent = body === null ? {} : { body: JSON.stringify(body) }
    const request = new Request(`https://host.invalid/folder${target}`, { method, headers, ...sent })
    const response = await answer(request, target)
    const text = await response.text()
    return { status: response.status, source: response.headers.get('x-mirror-console-source'), text }
  }
}

const SIGN_IN = ['/-/session', 'POST'] as const

describe('the made-up Bitbucket of a page', () => {
  it('begins signed in as its administrator, unwatched, at addresses that lead nowhere', async () => {
    const ask = client()
    expect(JSON.parse((await ask('/-/session')).text)).toMatchObject({
      user: 'admin',
      isWatched: false,
      upstream: 'https://bitbucket.invalid',
    })
    const { text, source, status } = await ask(MIRRORS)
    expect({ source, status }).toEqual({ source: 'upstream', status: 200 })
    const origins = [...text.matchAll(/"baseUrl":"([^"]+)"/g)].map(
      ([, address = '']) => new URL(address).host,
    )
    expect(origins).toHaveLength(4)
    expect(origins.every((host) => host.endsWith('.mirrors.invalid'))).toBe(true)
  })

  it.each(['/-/history', '/-/activity', '/-/silences', '/-/events', '/-/webhook', '/-/nothing'])(
    'answers %s as a gateway without a watch',
    async (target) => {
      const { status, source, text } = await client()(target)
      expect({ status, source }).toEqual({ status: 404, source: 'gateway' })
      expect(text).toContain('"kind":"not-in-contract"')
    },
  )

  it('signs out and in as another account, whose rights are its own', async () => {
    const ask = client()
    await ask('/-/session', 'DELETE')
    expect((await ask('/-/fleet')).text).toContain('"kind":"signed-out"')
    expect((await ask(MIRRORS)).status).toBe(401)
    expect((await ask(...SIGN_IN, { username: 'jcitizen', password: 'wrong' })).text).toContain(
      '"kind":"wrong-credentials"',
    )
    expect((await ask(...SIGN_IN, { username: 'captcha', password: 'any' })).text).toContain(
      '"kind":"captcha-required"',
    )
    expect((await ask(...SIGN_IN, { token: '' })).text).toContain('The access token is empty.')
    expect((await ask(...SIGN_IN, { username: 'jcitizen', password: 'jcitizen' })).text).toContain(
      '"user":"jcitizen"',
    )
    expect((await ask('/rest/mirroring/latest/requests')).status).toBe(401)
    expect((await ask(MIRRORS)).status).toBe(200)
  })

  it('asks each mirror for its status, and says what it heard', async () => {
    const { text } = await client()('/-/fleet')
    const lines = text.trim().split('\n')
    expect(lines).toHaveLength(5)
    expect(lines.filter((line) => line.includes('"kind":"answered"'))).toHaveLength(4)
    expect(lines.at(-1)).toBe('{"asked":4}')
  })

  it.each([
    ['healthy', '"kind":"answered"'],
    ['dead', '"failure":"unreachable"'],
    ['clock-differs', '"failure":"refused"'],
    ['other-port', '"failure":"other-port"'],
    ['redirect', '"failure":"redirected"'],
    ['fails-500', '"failure":"failing"'],
  ])('asks the mirror %s about a repository', async (mirrorId, words) => {
    const { text } = await client('broken')('/-/probe', 'POST', { mirrorId, repositoryId: '11' })
    expect(text).toContain(words)
  })

  it('gives a panel as data, and a page for people as a problem', async () => {
    const ask = client('broken')
    expect((await ask('/-/panel/healthy')).text).toContain('"kind":"panel"')
    expect((await ask('/rest/mirroring/latest/mirrorServers/answers-html')).text).toContain(
      '"kind":"upstream-not-json"',
    )
  })
})

describe('the seed of an address', () => {
  it.each([
    ...SEED_NAMES.map((name) => ({ query: `?seed=${name}#/mirrors`, seed: name })),
    { query: '', seed: 'calm' },
    { query: '?seed=none', seed: 'calm' },
  ])('$query is $seed', ({ query, seed }) => {
    expect(seedOfAddress(`https://host.invalid/folder/${query}`)).toBe(seed)
  })
})
