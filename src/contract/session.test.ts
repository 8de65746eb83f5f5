import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { session, signIn } from './session.ts'

describe('signIn', () => {
  it('accepts a token, without the spaces that copying adds', () => {
    expect(v.parse(signIn, { token: '  NjU4MjM0\n' })).toEqual({ token: 'NjU4MjM0' })
  })

  it.each([
    ['of 1,500 characters', 'x'.repeat(1500), 'x'.repeat(1500)],
    ['with its scheme', 'Bearer NjU4MjM0', 'NjU4MjM0'],
    ['with its header', 'Authorization: Bearer NjU4MjM0', 'NjU4MjM0'],
    ['with a label', 'Token: NjU4MjM0', 'NjU4MjM0'],
    ['with hidden characters', '\u200b\ufeffNjU4\u200dMjM0\u2060', 'NjU4MjM0'],
    ['that begins like a scheme', 'bearerNjU4', 'bearerNjU4'],
  ])('takes a token %s', (_what, pasted, expected) => {
    expect(v.parse(signIn, { token: pasted })).toEqual({ token: expected })
  })

  it.each([
    [{ token: 'x'.repeat(8193) }, 'The access token is too long: at most 8,192 characters can be sent.'],
    [{ token: 'a b' }, 'The access token has a blank, a line break or a letter that no token has.'],
    [{ token: ' \u200b ' }, 'The access token is empty.'],
    [
      { username: 'a', password: 'x'.repeat(8193) },
      'The password is too long: at most 8,192 characters can be sent.',
    ],
    [
      { username: 'x'.repeat(256), password: 'a' },
      'The username is too long: at most 255 characters can be sent.',
    ],
  ])('names what is wrong', (body, message) => {
    expect(v.safeParse(signIn, body).issues?.[0].message).toBe(message)
  })

  it('takes a name and a password, and leaves the password exactly as typed', () => {
    const password = ' a\u200bb '
    for (const username of [' admin ', '\u200badmin', 'ad\u00admin\ufeff', '\u202aadmin\u202c']) {
      expect(v.parse(signIn, { username, password })).toEqual({ username: 'admin', password })
    }
  })

  it.each([
    ['nothing', {}],
    ['an empty token', { token: '  ' }],
    ['a token with a line in it, which would end a header', { token: 'a\r\nX-Evil: 1' }],
    ['a token with letters no header can carry', { token: 'tökén' }],
    [
      'a name with a colon, which would end there in basic authentication',
      { username: 'a:b', password: 'c' },
    ],
    ['a name alone', { username: 'admin' }],
    ['both kinds at once', { token: 'x', username: 'admin', password: 'admin' }],
    ['something else beside it', { token: 'x', returnTo: 'https://evil.example' }],
    ['a token of a million characters', { token: 'x'.repeat(1_000_000) }],
  ])('refuses %s', (_what, body) => {
    expect(v.is(signIn, body)).toBe(false)
  })
})

describe('session', () => {
  it.each([
    [
      'signed out',
      {
        user: null,
        isNamed: false,
        mark: null,
        upstream: 'https://bitbucket.example.com',
        copiesLastMs: 1_800_000,
        isWatched: true,
        signIn: 'bitbucket-session',
        embedded: null,
      },
    ],
    [
      'on the embedded small Bitbucket',
      {
        user: 'admin',
        isNamed: true,
        mark: 'k3Jx0a_-Pq91Zz22',
        upstream: 'http://127.0.0.1:7990',
        copiesLastMs: null,
        isWatched: false,
        signIn: 'own',
        embedded: { accounts: [{ name: 'admin', password: 'admin', role: 'system administrator' }] },
      },
    ],
  ])('reads one %s', (_what, wire) => {
    expect(v.parse(session, wire)).toEqual(wire)
  })
})
