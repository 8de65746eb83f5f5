import { describe, expect, it } from 'vitest'
import { readUpstreamAddress } from '#gateway/upstream/upstream-address.ts'
import { createBitbucketSessions } from './bitbucket-sessions.ts'
import { credentialOf } from './open-session.ts'
import { ownerOf } from './session-owner.ts'

const COOKIES = 'BITBUCKETSESSIONID=one; _atl_bitbucket_remember_me=r'

/** A Bitbucket that names `name`, as long as that is not empty, and sets `setCookies`. */
const sessionsOf = (answer = { name: 'alice', setCookies: [] as readonly string[] }) => {
  const asked: string[] = []
  const clock = { now: 1_700_000_000_000 }
  const sessions = createBitbucketSessions({
    upstream: readUpstreamAddress('https://bitbucket.example.com'),
    now: () => clock.now,
    fetchUpstream: (request) => {
      asked.push(request.headers.get('cookie') ?? '')
      const headers = new Headers({ 'content-type': 'application/json', 'x-ausername': answer.name })
      for (const line of answer.setCookies) headers.append('set-cookie', line)
      const errors = [{ context: null, message: 'No', exceptionName: null }]
      return Promise.resolve(Response.json({ errors }, { status: answer.name === '' ? 401 : 404, headers }))
    },
  })
  return { sessions, asked, clock, answer }
}

describe("a session of Bitbucket's", () => {
  it('is asked for once by requests that come together, and then known for half a minute', async () => {
    const { sessions, asked, clock } = sessionsOf()
    await Promise.all([sessions.of(COOKIES), sessions.of(COOKIES), sessions.of(COOKIES)])
    clock.now += 29_999
    expect(await sessions.of(COOKIES)).toMatchObject({ user: 'alice' })
    expect(asked).toEqual([COOKIES])
    clock.now += 1
    await sessions.of(COOKIES)
    expect(asked).toHaveLength(2)
  })

  it('is asked for each time where it has to be known as of now, and after the clock was set back', async () => {
    const { sessions, asked, clock } = sessionsOf()
    await sessions.of(COOKIES)
    await sessions.of(COOKIES, { isFresh: true })
    clock.now -= 60_000
    await sessions.of(COOKIES)
    expect(asked).toHaveLength(3)
  })

  it('of nobody is never kept: who signs in counts at once', async () => {
    const { sessions, answer } = sessionsOf({ name: '', setCookies: [] })
    expect(await sessions.of(COOKIES)).toBeNull()
    answer.name = 'alice'
    expect(await sessions.of(COOKIES)).toMatchObject({ user: 'alice' })
  })

  it('goes on with the cookies that Bitbucket set, under which it is known from then on', async () => {
    const { sessions, asked } = sessionsOf({
      name: 'alice',
      setCookies: ['BITBUCKETSESSIONID=two; Path=/', '_atl_bitbucket_remember_me=s; Path=/'],
    })
    const session = await sessions.of('_atl_bitbucket_remember_me=r')
    expect(session && credentialOf(session)).toEqual({ cookie: 'BITBUCKETSESSIONID=two' })
    await sessions.of('BITBUCKETSESSIONID=two; _atl_bitbucket_remember_me=s')
    expect(asked).toEqual(['_atl_bitbucket_remember_me=r'])
  })

  it('that is still watched by a page is asked about without the cookie that would change', async () => {
    const { sessions, asked } = sessionsOf()
    const session = await sessions.of(COOKIES)
    expect(session && (await sessions.stillLasts(session, COOKIES))).toBe(true)
    expect(asked).toEqual([COOKIES, 'BITBUCKETSESSIONID=one'])
    const other = sessionsOf({ name: 'bob', setCookies: [] })
    expect(session && (await other.sessions.stillLasts(session, COOKIES))).toBe(false)
  })

  it('is asked for again after an answer to nobody', async () => {
    const { sessions, asked } = sessionsOf()
    const session = await sessions.of(COOKIES)
    const head = { status: 401, header: () => null }
    expect(session && sessions.answered(session, { head, setCookies: [], isRead: true })).toEqual({
      problem: null,
      setCookies: [],
    })
    await sessions.of(COOKIES)
    expect(asked).toHaveLength(2)
  })

  it('shows no cookie where it is told apart from others', async () => {
    const { sessions } = sessionsOf()
    const one = await sessions.of('BITBUCKETSESSIONID=one')
    const two = await sessions.of('BITBUCKETSESSIONID=two')
    const keys = [one, two].flatMap((session) =>
      session ? [session.id, ownerOf({ ...session, isNamed: false })] : [],
    )
    expect(new Set(keys).size).toBe(4)
    expect(keys.join(' ')).not.toMatch(/one|two/)
  })
})
