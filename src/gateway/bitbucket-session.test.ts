import { describe, expect, it } from 'vitest'
import { ALICE, BOB, butWho, cookieGateway, kindOf, MIRRORS, REFUSAL } from './testing/cookie-gateway.ts'
import { OWN_HEADERS } from './testing/running-gateway.ts'

describe("Bitbucket's own session", () => {
  it('is used as it is: no sign-in, no cookie of the console', async () => {
    const { who, ask, upstream } = await cookieGateway()
    expect(await who(ALICE)).toMatchObject({
      user: 'alice',
      isNamed: true,
      signIn: 'bitbucket-session',
      copiesLastMs: null,
    })
    const answer = await ask(MIRRORS, ALICE)
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([200, []])
    expect(upstream.asked.map(({ headers }) => headers.cookie)).toEqual([ALICE, ALICE])
  })

  it.each([
    ['nobody', ''],
    ['a session that has ended', 'BITBUCKETSESSIONID=0'],
  ])('of %s is none', async (_what, cookie) => {
    const { who, ask } = await cookieGateway()
    expect(await who(cookie)).toMatchObject({ user: null, mark: null })
    expect(await kindOf(await ask(MIRRORS, cookie))).toEqual([401, 'signed-out'])
  })

  it('goes to Bitbucket without other cookies and without what else a browser can send', async () => {
    const { ask, upstream } = await cookieGateway()
    const cookie = `theirs=1; ${ALICE}; __Host-BITBUCKETSESSIONID=x; _atl_bitbucket_remember_me=r; JSESSIONID=y`
    await ask(MIRRORS, cookie, { headers: { authorization: 'Bearer evil', 'x-forwarded-user': 'root' } })
    expect(upstream.asked.map(({ headers }) => headers.cookie)).toEqual(
      Array.from({ length: 2 }, () => `${ALICE}; _atl_bitbucket_remember_me=r`),
    )
    for (const { headers } of upstream.asked) {
      expect([headers.authorization, headers['x-forwarded-user']]).toEqual([undefined, undefined])
    }
  })

  it('comes back with the cookies that Bitbucket set, and no others', async () => {
    const { ask } = await cookieGateway(
      butWho({
        status: 200,
        headers: {
          'set-cookie': [
            'AWSALB=x; Path=/',
            '_atl_bitbucket_remember_me=new; Path=/; Max-Age=60',
            'BITBUCKETSESSIONID=evil; Path=/; Domain=example.com',
          ],
        },
        body: '{}',
      }),
    )
    expect((await ask(MIRRORS, ALICE)).headers.getSetCookie()).toEqual([
      '_atl_bitbucket_remember_me=new; Path=/; Max-Age=60; HttpOnly',
    ])
  })

  it('that Bitbucket began again by itself reaches the browser with each answer', async () => {
    const remembered = '_atl_bitbucket_remember_me=first'
    const { ask, upstream } = await cookieGateway((request) =>
      request.headers.cookie === remembered
        ? {
            status: 404,
            headers: {
              'x-ausername': 'alice',
              'set-cookie': [
                'BITBUCKETSESSIONID=alice-2; Path=/',
                '_atl_bitbucket_remember_me=second; Path=/',
              ],
            },
            body: REFUSAL,
          }
        : null,
    )
    const answers = await Promise.all(
      ['/-/session', MIRRORS, '/-/fleet', '/'].map((path) =>
        ask(path, remembered, { headers: { accept: '*/*' } }),
      ),
    )
    for (const answer of answers) {
      expect([answer.status, ...answer.headers.getSetCookie()]).toEqual([
        200,
        'BITBUCKETSESSIONID=alice-2; Path=/; HttpOnly',
        '_atl_bitbucket_remember_me=second; Path=/; HttpOnly',
      ])
    }
    // The gateway's own questions cannot hand on a new value, so they do not use the one that would change.
    const cookies = upstream.asked.map(({ headers }) => headers.cookie)
    expect(cookies).toContain('BITBUCKETSESSIONID=alice-2')
    expect(cookies).toContain('BITBUCKETSESSIONID=alice-2; _atl_bitbucket_remember_me=second')
  })

  it('never reaches a mirror', async () => {
    const { ask, upstream } = await cookieGateway((request, _user, url) =>
      request.url?.startsWith(MIRRORS) === true
        ? {
            status: 200,
            body: JSON.stringify({
              values: [{ id: 'a', name: 'a', baseUrl: url, enabled: true }],
              isLastPage: true,
            }),
          }
        : null,
    )
    const lines = await (await ask('/-/fleet', `${ALICE}; _atl_bitbucket_remember_me=r`)).text()
    expect(lines).toContain('"mirrorId":"a"')
    const toMirror = upstream.asked.filter(({ url }) => url === '/status')
    expect(toMirror.map(({ headers }) => [headers.cookie, headers.authorization])).toEqual([
      [undefined, undefined],
    ])
  })

  it('is refused where the browser sends two of them', async () => {
    const { ask, upstream } = await cookieGateway()
    expect(await kindOf(await ask(MIRRORS, `${ALICE}; ${BOB}`))).toEqual([400, 'bad-request'])
    expect(upstream.asked).toEqual([])
  })

  it('begins and ends at Bitbucket alone', async () => {
    const { ask, upstream } = await cookieGateway()
    for (const method of ['POST', 'DELETE']) {
      const answer = await ask('/-/session', ALICE, {
        method,
        headers: { ...OWN_HEADERS, 'content-type': 'application/json' },
        ...(method === 'POST' ? { body: '{"token":"t"}' } : {}),
      })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET'])
    }
    expect(upstream.asked.map(({ method }) => method)).not.toContain('POST')
  })
})
