import { describe, expect, it } from 'vitest'
import { readProblem, retryAfterMs } from './read-problem.ts'

const NOW = Date.UTC(2026, 10, 23, 12, 0, 0)
const GATEWAY = { 'x-mirror-console-source': 'gateway' }
const UPSTREAM = { 'x-mirror-console-source': 'upstream' }
const known = { ...UPSTREAM, 'x-ausername': 'admin' }
const ERRORS = '{"errors":[{"context":null,"message":"No","exceptionName":null}]}'
const answer = (status: number, headers: Record<string, string>, body: string) =>
  new Response(body, { status, headers })

describe('a refusal of Bitbucket, passed on by the gateway,', () => {
  it.each([
    ['401 without a name: signed out', answer(401, UPSTREAM, ERRORS), 'signed-out'],
    ['401 with a name: not permitted', answer(401, known, ERRORS), 'not-permitted'],
    ['403', answer(403, known, ERRORS), 'not-permitted'],
    ['404', answer(404, known, ERRORS), 'not-found'],
    ['409', answer(409, known, ERRORS), 'conflict'],
    ['429', answer(429, known, ERRORS), 'rate-limited'],
    ['500', answer(500, known, ERRORS), 'server'],
    ['503', answer(503, known, ERRORS), 'unavailable'],
    ['504', answer(504, known, ERRORS), 'timeout'],
    ['400', answer(400, known, ERRORS), 'invalid'],
  ])('is read by status and header: %s', async (_name, response, kind) =>
    expect(await readProblem(response)).toHaveProperty('kind', kind),
  )

  it("keeps Bitbucket's own words as details", async () => {
    const body = '{"errors":[{"message":"No such request"}]}'
    const problem = await readProblem(answer(409, UPSTREAM, body))
    expect(problem.errors).toEqual([{ context: null, message: 'No such request', exceptionName: null }])
  })
})

describe('an answer of the gateway itself', () => {
  it.each([
    ['its own kind', answer(502, GATEWAY, '{"errors":[],"kind":"upstream-redirect"}'), 'not-bitbucket'],
    [
      'its kind for an answer that is too large',
      answer(502, GATEWAY, '{"errors":[],"kind":"upstream-too-large"}'),
      'too-large',
    ],
    ['429 of a load balancer', answer(429, GATEWAY, '{"errors":[],"kind":"upstream-busy"}'), 'rate-limited'],
    ['503 of a load balancer', answer(503, GATEWAY, '{"errors":[],"kind":"upstream-busy"}'), 'unavailable'],
    ['its own limit', answer(503, GATEWAY, '{"errors":[],"kind":"overloaded"}'), 'console-busy'],
    [
      'its own limit of wrong sign-ins',
      answer(429, GATEWAY, '{"errors":[],"kind":"too-many-sign-ins"}'),
      'too-many-sign-ins',
    ],
    [
      'a write without a mark',
      answer(403, GATEWAY, '{"errors":[],"kind":"unmarked-write"}'),
      'unmarked-write',
    ],
    ['an unknown kind', answer(502, GATEWAY, '{"errors":[],"kind":"__proto__"}'), 'server'],
    ['no kind', answer(500, GATEWAY, '<html>'), 'server'],
  ])('is read by %s', async (_name, response, kind) =>
    expect(await readProblem(response)).toHaveProperty('kind', kind),
  )

  it('is believed when it asks to wait for hours before the next sign-in', async () => {
    const body = '{"errors":[],"kind":"too-many-sign-ins"}'
    const problem = await readProblem(answer(429, { ...GATEWAY, 'retry-after': '7200' }, body))
    expect(problem.retryAfterMs).toBe(7_200_000)
  })

  it('is not believed from Bitbucket: a kind beside its errors says nothing', async () => {
    const body = '{"errors":[],"kind":"signed-out"}'
    expect(await readProblem(answer(401, UPSTREAM, body))).toHaveProperty('kind', 'not-bitbucket')
  })
})

/** What proxies, login pages and API gateways answer with. */
const FOREIGN_BODIES = [
  ['JSON without errors', '{"message":"no Route matched with those values"}'],
  ['an empty list of errors', '{"errors":[]}'],
  ['errors of another form', '{"errors":[{"code":7}]}'],
  ['an empty body', ''],
  ['HTML', '<html>Sign in</html>'],
] as const

const foreign = FOREIGN_BODIES.flatMap(([what, body]) =>
  [200, 401, 403, 404, 405, 409, 500].map((status) => [status, what, body] as const),
)

describe('an answer that is neither', () => {
  it.each(foreign.filter(([status]) => status !== 200))(
    '%i with %s behind the gateway did not come from Bitbucket',
    async (status, _what, body) => {
      for (const headers of [UPSTREAM, known])
        expect(await readProblem(answer(status, headers, body))).toHaveProperty('kind', 'not-bitbucket')
    },
  )

  it.each(foreign)(
    '%i with %s and without the mark did not come from the console',
    async (status, _what, body) => {
      for (const headers of [{}, { 'x-ausername': 'admin' }, { 'x-mirror-console-source': 'proxy' }])
        expect(await readProblem(answer(status, headers, body))).toHaveProperty('kind', 'not-console')
    },
  )

  it.each([502, 503, 504])(
    '%i without the mark says that the console is away, not Bitbucket',
    async (status) => {
      for (const [, body] of FOREIGN_BODIES)
        expect(await readProblem(answer(status, {}, body))).toHaveProperty('kind', 'console-away')
    },
  )

  it('keeps how long it asks to wait', async () => {
    expect(await readProblem(answer(429, { 'retry-after': '7' }, ''))).toMatchObject({ retryAfterMs: 7000 })
  })
})

describe('Retry-After', () => {
  it.each([
    ['absent', null, null],
    ['seconds', '7', 7000],
    ['a date', 'Mon, 23 Nov 2026 12:00:30 GMT', 30_000],
    ['a date that has passed', 'Mon, 23 Nov 2026 11:00:00 GMT', 0],
    ['absurd', '999999999', 300_000],
    ['nonsense', 'soon', null],
  ])('%s', (_name, header, expected) => expect(retryAfterMs(header, NOW)).toBe(expected))
})
