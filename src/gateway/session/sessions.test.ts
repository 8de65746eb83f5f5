import { describe, expect, it } from 'vitest'
import { readSessionKeys } from './session-keys.ts'
import { createSessions } from './sessions.ts'
import { sessionKey } from '#gateway/testing/session-key.ts'

const HOUR_MS = 3_600_000
const UPSTREAM = 'https://bitbucket.example.com'
const OLD_KEY = readSessionKeys(sessionKey('old'))
const NEW_KEY = readSessionKeys(sessionKey('new'))

const sessionsAt = (clock: { now: number }, more: Partial<Parameters<typeof createSessions>[0]> = {}) =>
  createSessions({ keys: OLD_KEY, upstream: UPSTREAM, isSecure: false, now: () => clock.now, ...more })

const pairOf = (setCookie: string): string => setCookie.split(';')[0] ?? ''

describe('a session', () => {
  it('comes back from its cookie, in any replica with the same keys', async () => {
    const clock = { now: 1_700_000_000_000 }
    const setCookie = await sessionsAt(clock).start('admin', 'Bearer secret')
    expect(setCookie).toMatch(/^mirror-console-[\da-f]{8}=[\w.-]+; Path=\/; HttpOnly; SameSite=Strict$/)
    expect(setCookie).not.toContain('secret')
    expect(await sessionsAt(clock).of(`other=1; ${pairOf(setCookie)}`)).toMatchObject({
      user: 'admin',
      authorization: 'Bearer secret',
    })
  })

  it('is tied to its host behind https', async () => {
    const setCookie = await sessionsAt({ now: 1 }, { isSecure: true }).start('admin', 'Bearer secret')
    expect(setCookie).toMatch(
      /^__Host-mirror-console-[\da-f]{8}=\S+; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    )
  })

  it('is tied to its path where the console is served below one', async () => {
    const below = { isSecure: true, basePath: '/mirrors' }
    const setCookie = await sessionsAt({ now: 1 }, below).start('admin', 'Bearer secret')
    expect(setCookie).toMatch(
      /^__Secure-mirror-console-[\da-f]{8}=\S+; Path=\/mirrors; HttpOnly; SameSite=Strict; Secure$/,
    )
    expect(await sessionsAt({ now: 1 }, below).of(pairOf(setCookie))).toMatchObject({ user: 'admin' })
  })

  it('does not open from a cookie that was tampered with, cut, sealed elsewhere or huge', async () => {
    const sessions = sessionsAt({ now: 1 })
    const cookie = pairOf(await sessions.start('admin', 'Bearer secret'))
    const [name = ''] = cookie.split('=')
    const flipped = cookie.slice(0, -3) + (cookie.at(-3) === 'A' ? 'B' : 'A') + cookie.slice(-2)
    for (const header of [
      undefined,
      null,
      '',
      name,
      `${name}=`,
      `${name}=a.b.c.d.e`,
      flipped,
      cookie.slice(0, -10),
      `x${cookie}`,
      `${name}=${'a'.repeat(10_000)}`,
    ]) {
      expect(await sessions.of(header)).toBeNull()
    }
  })

  it('is found beside a cookie of the same name that another app set', async () => {
    const sessions = sessionsAt({ now: 1 })
    const cookie = pairOf(await sessions.start('admin', 'Bearer secret'))
    const [name = '', value = ''] = cookie.split('=')
    const other = createSessions({ keys: NEW_KEY, upstream: UPSTREAM, isSecure: false, now: () => 1 })
    const unrelated = pairOf(await other.start('mallory', 'Bearer x'))
    for (const junk of [`${name}=planted`, `${name}=${value.slice(1)}`, unrelated]) {
      const jar = Array.from({ length: 20 }, () => junk).join('; ')
      expect(await sessions.of(`${jar}; ${cookie}`)).toMatchObject({ user: 'admin' })
    }
  })

  it.each([
    ['another port', { consoleAddress: 'port 7992' }],
    ['another upstream', { upstream: 'https://staging.example.com' }],
  ])('has a cookie of its own beside a console at %s', async (_name, more) => {
    const one = await sessionsAt({ now: 1 }, { consoleAddress: 'port 7991' }).start('admin', 'Bearer x')
    const other = await sessionsAt({ now: 1 }, { consoleAddress: 'port 7991', ...more }).start(
      'admin',
      'Bearer x',
    )
    expect(pairOf(one).split('=')[0]).not.toBe(pairOf(other).split('=')[0])
  })

  it('does not open at another upstream', async () => {
    const clock = { now: 1 }
    const cookie = pairOf(await sessionsAt(clock).start('admin', 'Bearer secret'))
    expect(await sessionsAt(clock, { upstream: 'https://staging.example.com' }).of(cookie)).toBeNull()
  })

  it('survives a change of keys while the old one is still listed', async () => {
    const clock = { now: 1 }
    const cookie = pairOf(await sessionsAt(clock).start('admin', 'Bearer secret'))
    const during = sessionsAt(clock, { keys: [...NEW_KEY, ...OLD_KEY] })
    expect(await during.of(cookie)).toMatchObject({ user: 'admin' })
    const after = sessionsAt(clock, { keys: NEW_KEY })
    expect(await after.of(cookie)).toBeNull()
    const resealed = pairOf(await during.start('admin', 'Bearer secret'))
    expect(await after.of(resealed)).toMatchObject({ user: 'admin' })
  })

  it('ends after 8 h without use, and stays open while it is used', async () => {
    const clock = { now: 1_700_000_000_000 }
    const sessions = sessionsAt(clock)
    const cookie = pairOf(await sessions.start('admin', 'Bearer secret'))
    clock.now += 7 * HOUR_MS
    const session = await sessions.of(cookie)
    const renewed = session === null ? null : await sessions.renewed(session)
    clock.now += 2 * HOUR_MS
    expect(await sessions.of(cookie)).toBeNull()
    expect(await sessions.of(pairOf(renewed ?? ''))).toMatchObject({ user: 'admin' })
  })

  it('ends after 24 h, also while it is used', async () => {
    const clock = { now: 1_700_000_000_000 }
    const sessions = sessionsAt(clock)
    let cookie = pairOf(await sessions.start('admin', 'Bearer secret'))
    for (let hour = 0; hour < 23; hour += 1) {
      clock.now += HOUR_MS
      const session = await sessions.of(cookie)
      cookie = pairOf((session && (await sessions.renewed(session))) ?? '')
    }
    expect(await sessions.of(cookie)).toMatchObject({ user: 'admin' })
    clock.now += HOUR_MS
    expect(await sessions.of(cookie)).toBeNull()
  })

  it('is not sealed again with every request', async () => {
    const sessions = sessionsAt({ now: 1 })
    const session = await sessions.of(pairOf(await sessions.start('admin', 'Bearer secret')))
    expect(session && (await sessions.renewed(session))).toBeNull()
  })

  it('does not come back after signing out, not even by an answer that was still under way', async () => {
    const clock = { now: 1 }
    const sessions = sessionsAt(clock)
    const cookie = pairOf(await sessions.start('admin', 'Bearer secret'))
    const session = await sessions.of(cookie)
    clock.now += HOUR_MS
    expect(sessions.end(session)).toMatch(
      /^mirror-console-[\da-f]{8}=; Path=\/; HttpOnly; SameSite=Strict; Max-Age=0$/,
    )
    expect(await sessions.of(cookie)).toBeNull()
    expect(session && (await sessions.renewed(session))).toBeNull()
  })

  it('stays ended however many sessions other users end, until it expires', async () => {
    const clock = { now: 1_700_000_000_000 }
    const sessions = sessionsAt(clock)
    const cookie = pairOf(await sessions.start('admin', 'Bearer secret'))
    sessions.end(await sessions.of(cookie))
    const template = {
      authorization: '',
      isNamed: true,
      upstream: UPSTREAM,
      issuedAt: clock.now,
      lastUsed: clock.now,
    }
    for (let at = 0; at < 3000; at += 1) sessions.end({ ...template, id: `mallory-${at}`, user: 'mallory' })
    for (let at = 0; at < 3000; at += 1) sessions.end({ ...template, id: `${at}`, user: `user-${at}` })
    expect(await sessions.of(cookie)).toBeNull()
    clock.now += 7 * HOUR_MS
    expect(await sessions.of(cookie)).toBeNull()
  })

  it('stays ended however many sessions the same user ends, and a new one still works', async () => {
    const clock = { now: 1_700_000_000_000 }
    const sessions = sessionsAt(clock)
    const ended: string[] = []
    for (let at = 0; at < 120; at += 1) {
      clock.now += 1
      const cookie = pairOf(await sessions.start('admin', 'Bearer secret'))
      sessions.end(await sessions.of(cookie))
      ended.push(cookie)
    }
    clock.now += 1
    const last = pairOf(await sessions.start('admin', 'Bearer secret'))
    for (const cookie of ended) expect(await sessions.of(cookie)).toBeNull()
    expect(await sessions.of(last)).toMatchObject({ user: 'admin' })
  })

  it('of a user whose name a proxy removed stays open however many others without a name end theirs', async () => {
    const clock = { now: 1_700_000_000_000 }
    const sessions = sessionsAt(clock)
    const unnamed = (authorization: string) => sessions.start('Access token', authorization, false)
    const own = pairOf(await unnamed('Bearer own'))
    for (let at = 0; at < 120; at += 1) {
      clock.now += 1
      sessions.end(await sessions.of(pairOf(await unnamed('Bearer other'))))
    }
    expect(await sessions.of(own)).toMatchObject({ authorization: 'Bearer own' })
  })

  it('of a copied cookie opens after a restart only until the idle time that was set', async () => {
    const clock = { now: 1_700_000_000_000 }
    const before = sessionsAt(clock, { idleMs: 120_000 })
    const cookie = pairOf(await before.start('admin', 'Bearer secret'))
    before.end(await before.of(cookie))
    const restarted = sessionsAt(clock, { idleMs: 120_000 })
    expect(await restarted.of(cookie)).toMatchObject({ user: 'admin' })
    clock.now += 120_000
    expect(await restarted.of(cookie)).toBeNull()
  })

  it.each([
    ['a token', (length: number) => `Bearer ${'a'.repeat(length)}`, 2600],
    ['a name and a password', (length: number) => `Basic ${btoa('a'.repeat(length))}`, 1900],
  ])(
    'holds long credentials, and beyond them says how many characters of %s fit',
    async (_what, of, usual) => {
      const sessions = sessionsAt({ now: 1_700_000_000_000 })
      const cookie = pairOf(await sessions.start('admin', of(usual)))
      expect(await sessions.of(cookie)).toMatchObject({ authorization: of(usual) })
      const refused: unknown = await sessions.start('admin', of(4000)).catch((error: unknown) => error)
      expect(refused).toMatchObject({
        kind: 'bad-request',
        message: expect.stringContaining('4000 characters'),
      })
      const [, limit = ''] = /and (\d+) fit/.exec(String(refused)) ?? []
      expect(await sessions.of(pairOf(await sessions.start('admin', of(Number(limit)))))).not.toBeNull()
      await expect(sessions.start('admin', of(Number(limit) + 4))).rejects.toMatchObject({
        kind: 'bad-request',
      })
    },
  )
})
