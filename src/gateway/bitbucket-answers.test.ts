import { describe, expect, it } from 'vitest'
import {
  ALICE,
  butWho,
  cookieGateway,
  kindOf,
  MIRRORS,
  PREFERRED,
  REFUSAL,
} from './testing/cookie-gateway.ts'
import type { CookieAnswer } from './testing/cookie-upstream.ts'

const MIRROR = '{"id":"a","name":"a","baseUrl":"http://a","enabled":true}'

describe("with Bitbucket's own session, an answer", () => {
  it.each<readonly [string, CookieAnswer, readonly [number, string]]>([
    [
      'that leads to the login page says signed out',
      { status: 302, headers: { location: '/login?next=/x' } },
      [401, 'signed-out'],
    ],
    [
      'that leads elsewhere is no answer',
      { status: 302, headers: { location: 'https://evil.example/login' } },
      [502, 'upstream-redirect'],
    ],
    [
      'that is a page for people is no data',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Log in</h1>' },
      [502, 'upstream-not-json'],
    ],
    [
      'to nobody is not shown as one to somebody',
      { status: 200, headers: { 'x-ausername': '' }, body: '{"values":[]}' },
      [401, 'signed-out'],
    ],
    [
      'to somebody else is not shown',
      { status: 200, headers: { 'x-ausername': 'bob' }, body: '{"values":[]}' },
      [403, 'other-session'],
    ],
  ])('%s', async (_what, given, expected) => {
    const { ask, upstream } = await cookieGateway(butWho(given))
    expect(await kindOf(await ask(MIRRORS, ALICE))).toEqual(expected)
    // Nothing is followed.
    expect(upstream.asked).toHaveLength(2)
  })

  const WHO: readonly (readonly [string, CookieAnswer])[] = [
    ['a way to the login page', { status: 302, headers: { location: '/login?next=/x' } }],
    ['an answer without a name', { status: 200, headers: { 'x-ausername': '' }, body: MIRROR }],
  ]

  it.each(WHO)('to the question who it is: %s means nobody', async (_what, given) => {
    const { who } = await cookieGateway((request) =>
      request.url?.includes(PREFERRED) === true ? given : null,
    )
    expect(await who(ALICE)).toMatchObject({ user: null })
  })

  it.each<readonly [string, CookieAnswer, readonly [number, string]]>([
    [
      'a login page with 200 is not believed',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<h1>Log in</h1>' },
      [502, 'upstream-not-json'],
    ],
    ['an outage is not "signed out"', { status: 503, body: REFUSAL }, [503, 'upstream-busy']],
  ])('to the question who it is: %s', async (_what, given, expected) => {
    const { ask } = await cookieGateway((request) =>
      request.url?.includes(PREFERRED) === true ? given : null,
    )
    expect(await kindOf(await ask('/-/session', ALICE))).toEqual(expected)
  })
})
