import { describe, expect, it } from 'vitest'
import { operations } from '#contract/operations.ts'
import { inMemory } from '#upstream/testing/in-memory.ts'

const preferred = operations.getPreferredMirror.path

const form = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) => ({
  method: 'POST',
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    origin: 'http://bitbucket.test:7990',
    ...headers,
  },
  body: new URLSearchParams(fields).toString(),
})

const jane = { j_username: 'jcitizen', j_password: 'jcitizen' }

/** What a browser would send back. */
const jarOf = ({ headers }: Response): string =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ')

const signedIn = async (more: Readonly<Record<string, string>> = {}) => {
  const { anonymous, pass } = inMemory()
  const answer = await anonymous('/j_atl_security_check', form({ ...jane, ...more }))
  const who = async (cookie: string) => {
    const asked = await anonymous(preferred, { headers: { cookie } })
    return { name: asked.headers.get('x-ausername'), jar: jarOf(asked), status: asked.status }
  }
  return { anonymous, answer, who, pass }
}

describe('a browser', () => {
  it('signs in by the form and is known by its cookie', async () => {
    const { answer, who } = await signedIn({ next: '/mirrors/' })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/mirrors/'])
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^BITBUCKETSESSIONID=[\dA-F]{32}; Path=\/; HttpOnly$/),
    ])
    expect(await who(jarOf(answer))).toMatchObject({ name: 'jcitizen' })
  })

  it('is not known after its sign-out, nor by a cookie that was never given', async () => {
    const { anonymous, answer, who } = await signedIn()
    const cookie = jarOf(answer)
    const out = await anonymous('/j_atl_security_logout', { headers: { cookie } })
    expect(out.headers.getSetCookie().every((line) => line.includes('Max-Age=0'))).toBe(true)
    expect(await who(cookie)).toEqual({ name: null, jar: '', status: 401 })
    expect(await who('BITBUCKETSESSIONID=0')).toMatchObject({ name: null })
  })

  it('stays signed in past the end of its session by the second cookie, which changes', async () => {
    const { answer, who, pass } = await signedIn({ _atl_remember_me: 'on' })
    const first = jarOf(answer)
    pass(1_800_000)
    const again = await who(first)
    expect(again.name).toBe('jcitizen')
    expect(again.jar).toMatch(/^BITBUCKETSESSIONID=\w+; _atl_bitbucket_remember_me=\w+$/)
    // Requests that were under way with the old value are still taken, and get no second new one.
    expect(await who(first)).toMatchObject({ name: 'jcitizen', jar: expect.not.stringContaining('_atl') })
    pass(61_000)
    expect(await who(first)).toMatchObject({ name: null, jar: '_atl_bitbucket_remember_me=' })
  })

  it.each([
    ['another host', '//evil.example/', '/'],
    ['another host behind a backslash', '/\\evil.example', '/'],
    ['a whole address', 'https://evil.example/', '/'],
    ['a page with a query', '/mirrors/?a=b', '/mirrors/?a=b'],
  ])('is led from the form to %s no further than this server', async (_what, next, location) => {
    const { answer } = await signedIn({ next })
    expect(answer.headers.get('location')).toBe(location)
  })

  it('cannot be signed in by the form of another site, or by a wrong password', async () => {
    const { anonymous } = await signedIn()
    const foreign = await anonymous('/j_atl_security_check', form(jane, { origin: 'https://evil.example' }))
    const wrong = await anonymous('/j_atl_security_check', form({ ...jane, j_password: 'no' }))
    expect([foreign.status, wrong.status]).toEqual([403, 200])
    expect([foreign, wrong].flatMap(({ headers }) => headers.getSetCookie())).toEqual([])
    expect(await wrong.text()).toContain('Invalid username or password.')
  })

  it('below a context path has cookies of that path, and every link in it', async () => {
    const { anonymous } = inMemory({
      contextPath: '/bitbucket',
      baseUrl: 'http://bitbucket.test:7990/bitbucket',
    })
    const page = await (await anonymous('/login?next=/mirrors/')).text()
    expect(page).toContain('action="/bitbucket/j_atl_security_check"')
    const answer = await anonymous('/j_atl_security_check', form({ ...jane, next: '/mirrors/' }))
    expect(answer.headers.get('location')).toBe('/bitbucket/mirrors/')
    expect(answer.headers.get('set-cookie')).toContain('Path=/bitbucket;')
  })
})
