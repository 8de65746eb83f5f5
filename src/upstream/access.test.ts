import { describe, expect, it } from 'vitest'
import { operations } from '#contract/operations.ts'
import { ask } from './testing/ask.ts'
import { send } from './testing/contract-client.ts'
import { inMemory } from './testing/in-memory.ts'

const mirrors = operations.listMirrors.path
const basic = (name: string, password: string) => ({
  headers: { authorization: `Basic ${btoa(`${name}:${password}`)}` },
})

describe('signing in', () => {
  it('works with a password and with a token, and names the caller', async () => {
    const { small, anonymous } = inMemory()
    for (const { name, password, token } of small.accounts) {
      const path = operations.getPreferredMirror.path
      const bearer = { headers: { authorization: `Bearer ${token}` } }
      expect((await anonymous(path, basic(name, password))).headers.get('x-ausername')).toBe(name)
      expect((await anonymous(path, bearer)).headers.get('x-ausername')).toBe(name)
    }
  })

  it.for([
    ['a wrong password', basic('admin', 'wrong')],
    ['an unknown account', basic('unknown', 'unknown')],
    ['a password that cannot be decoded', { headers: { authorization: 'Basic ???' } }],
    ['an unknown token', { headers: { authorization: 'Bearer wrong' } }],
    ['another scheme', { headers: { authorization: 'Digest x' } }],
  ] as const)('with %s is refused, with Bitbucket’s message', async ([_name, init]) => {
    const { anonymous } = inMemory()
    const response = await anonymous(mirrors, init)
    expect(response.status).toBe(401)
    expect(response.headers.has('x-ausername')).toBe(false)
    expect(await response.json()).toMatchObject({
      errors: [
        {
          context: null,
          exceptionName: 'com.atlassian.bitbucket.auth.IncorrectPasswordAuthenticationException',
        },
      ],
    })
  })

  it('to the account that failed too often requires a CAPTCHA', async () => {
    const { anonymous } = inMemory()
    const response = await anonymous(mirrors, basic('captcha', 'captcha'))
    expect(response.status).toBe(401)
    expect(response.headers.get('x-authentication-denied-reason')).toMatch(
      /^CAPTCHA_CHALLENGE; login-url=http/,
    )
  })
})

describe('an ordinary user', () => {
  it('reads mirrors, projects, and the repositories he can see', async () => {
    const { jcitizen } = inMemory()
    const readable = [
      mirrors,
      '/rest/mirroring/latest/repos/11',
      '/rest/mirroring/latest/repos/11/mirrors',
      '/rest/mirroring/latest/projects/1',
      '/rest/mirroring/latest/projects/1/repos',
      '/rest/api/latest/projects',
      '/rest/api/latest/repos',
    ]
    for (const path of readable) expect([path, (await jcitizen(path)).status]).toEqual([path, 200])
    const found = await ask(jcitizen, 'searchRepositories', { query: { limit: 1000, archived: 'ALL' } })
    expect(found.values).toHaveLength(24)
  })

  it('is listed the projects he can see, and an administrator all of them', async () => {
    const { jcitizen, admin } = inMemory()
    const keysFor = async (person: typeof admin) =>
      (await ask(person, 'listProjects', {})).values.map(({ key }) => key)
    expect(await keysFor(jcitizen)).toEqual(['PAY', 'PLAT', 'MOB', 'DATA'])
    expect(await keysFor(admin)).toEqual(['PAY', 'PLAT', 'MOB', 'DATA', 'SEC'])
  })

  it('gets 401 with his name for everything else', async () => {
    const { jcitizen } = inMemory()
    const refused = [
      '/rest/mirroring/latest/requests',
      '/rest/mirroring/latest/requests/6',
      '/rest/mirroring/latest/repos',
      '/rest/mirroring/latest/repos/51',
      '/rest/mirroring/latest/projects/5',
    ]
    for (const path of refused) {
      const response = await jcitizen(path)
      expect([path, response.status, response.headers.get('x-ausername')]).toEqual([path, 401, 'jcitizen'])
      expect(await response.json()).toMatchObject({
        errors: [{ exceptionName: 'com.atlassian.bitbucket.AuthorisationException' }],
      })
    }
  })
})

describe('a guest', () => {
  it('finds nothing, prefers nothing, and gets 401 with his name for everything else', async () => {
    const { guest } = inMemory()
    expect((await ask(guest, 'searchRepositories', {})).values).toEqual([])
    expect(await ask(guest, 'listProjects', {})).toMatchObject({ values: [], isLastPage: true })
    expect((await send(guest, 'getPreferredMirror', {})).status).toBe(404)
    const response = await guest(mirrors)
    expect([response.status, response.headers.get('x-ausername')]).toEqual([401, 'guest'])
  })
})

const check = (credentials: object) => {
  const { admin } = inMemory()
  const { method, path } = operations.authenticate
  const headers = { 'content-type': 'application/json' }
  return admin(path, { method, headers, body: JSON.stringify({ credentials }) })
}

describe('authenticate', () => {
  it.for([
    ['password', { username: 'jcitizen', password: 'jcitizen' }],
    ['token', { token: 'jcitizen-token' }],
    [
      'public key',
      {
        publicKey:
          'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJaneJaneJaneJaneJaneJaneJaneJaneJaneJaneJan jane@laptop',
      },
    ],
  ] as const)('knows the account of a %s', async ([_name, credentials]) => {
    const response = await check(credentials)
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ name: 'jcitizen', displayName: 'Jane Citizen', id: 101 })
  })

  it('answers 401 to wrong ones and 400 to incomplete ones', async () => {
    expect((await check({ token: 'wrong' })).status).toBe(401)
    expect((await check({ publicKey: 'ssh-ed25519 AAAA' })).status).toBe(401)
    expect((await check({ username: 'jcitizen' })).status).toBe(400)
    expect((await check({})).status).toBe(400)
  })
})
