import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { session, signIn } from './session.ts'

describe('signIn', () => {
  it('takes a token, without the blanks that copying adds', () => {
    expect(v.parse(signIn, { token: '  NjU4MjM0\n' })).toEqual({ token: 'NjU4MjM0' })
  })

  it('takes a name and a password, and leaves the password exactly as typed', () => {
    expect(v.parse(signIn, { username: ' admin ', password: ' a b ' })).toEqual({
      username: 'admin',
      password: ' a b ',
    })
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
    ['signed out', { user: null, upstream: 'https://bitbucket.example.com', embedded: null }],
    [
      'on the embedded small Bitbucket',
      {
        user: 'admin',
        upstream: 'http://127.0.0.1:7990',
        embedded: { accounts: [{ name: 'admin', password: 'admin', role: 'system administrator' }] },
      },
    ],
  ])('reads one %s', (_what, wire) => {
    expect(v.parse(session, wire)).toEqual(wire)
  })
})
