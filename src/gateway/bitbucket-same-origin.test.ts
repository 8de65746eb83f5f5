import { describe, expect, it } from 'vitest'
import { SESSION_HEADER } from '#contract/session.ts'
import { ALICE, BOB, cookieGateway, kindOf, MIRRORS, PREFERRED } from './testing/cookie-gateway.ts'
import { OWN_HEADERS } from './testing/running-gateway.ts'

describe("with Bitbucket's own session, a write", () => {
  const write = { method: 'DELETE', headers: { ...OWN_HEADERS } }

  it('is carried out for the person of the page, with the header that Bitbucket asks of browsers', async () => {
    const { ask, who, upstream, gateway } = await cookieGateway()
    const { mark } = await who(ALICE)
    const answer = await ask(PREFERRED, ALICE, {
      ...write,
      headers: { ...write.headers, [SESSION_HEADER]: mark ?? '' },
    })
    expect(answer.status).toBe(204)
    const sent = upstream.asked.at(-1)
    expect([sent?.method, sent?.headers['x-atlassian-token'], sent?.headers.origin]).toEqual([
      'DELETE',
      'no-check',
      undefined,
    ])
    // Asked anew: who it is must not be half a minute old.
    expect(upstream.asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'DELETE'])
    expect(gateway.decisions).toMatchObject([
      { user: 'alice', userNamedBy: 'bitbucket', outcome: 'answered', status: 204 },
    ])
  })

  it('of a page of somebody else is not carried out', async () => {
    const { ask, who, upstream } = await cookieGateway()
    const { mark } = await who(ALICE)
    const answer = await ask(PREFERRED, BOB, {
      ...write,
      headers: { ...write.headers, [SESSION_HEADER]: mark ?? '' },
    })
    expect(await kindOf(answer)).toEqual([403, 'other-session'])
    expect(upstream.asked.map(({ method }) => method)).not.toContain('DELETE')
  })

  it.each<readonly [string, Record<string, string>]>([
    ['another site', { 'x-mirror-console': '1', 'sec-fetch-site': 'cross-site' }],
    ['another host of the same site', { 'x-mirror-console': '1', 'sec-fetch-site': 'same-site' }],
    ['a form, without the header of the console', { 'sec-fetch-site': 'same-origin' }],
    ['another origin', { 'x-mirror-console': '1', origin: 'https://evil.example' }],
    ['a client that says nothing of where it is', { 'x-mirror-console': '1' }],
  ])('of %s is refused', async (_what, headers) => {
    const { ask, upstream } = await cookieGateway()
    expect(await kindOf(await ask(PREFERRED, ALICE, { method: 'DELETE', headers }))).toEqual([
      403,
      'cross-site',
    ])
    expect(upstream.asked).toEqual([])
  })
})

describe("with Bitbucket's own session, a read", () => {
  it.each(['cross-site', 'same-site'])(
    'of a page that is %s is refused: its cookies go along with it',
    async (site) => {
      const { ask, upstream } = await cookieGateway()
      for (const path of [MIRRORS, '/-/fleet', '/-/session']) {
        expect(await kindOf(await ask(path, ALICE, { headers: { 'sec-fetch-site': site } }))).toEqual([
          403,
          'cross-site',
        ])
      }
      expect(upstream.asked).toEqual([])
    },
  )

  it('shares nothing between two people, nor between two sessions of one', async () => {
    const { ask, upstream, who } = await cookieGateway()
    const marks = await Promise.all(
      [ALICE, BOB, 'BITBUCKETSESSIONID=alice-2'].map(async (cookie) => (await who(cookie)).mark),
    )
    expect(marks[0]).not.toBe(marks[1])
    // The mark is that of the person on the screen.
    expect(marks[0]).toBe(marks[2])
    for (const cookie of [ALICE, BOB, ALICE]) await ask(MIRRORS, cookie)
    expect(upstream.asked.slice(3).map(({ headers }) => headers.cookie)).toEqual([ALICE, BOB, ALICE])
  })
})
