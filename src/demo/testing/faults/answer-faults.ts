/**
 * One way in which an answer goes wrong. `ask` gets the true answer; a fault that does not call it stands in front of
 * whoever was asked, who then knows nothing of the question.
 */
export type AnswerFault = (request: Request, ask: () => Promise<Response>) => Promise<Response>

const JSON_TYPE = 'application/json;charset=UTF-8'
const LOGIN_PAGE = '<!doctype html><title>Log in</title><form><input name="j_password"></form>'

/** Bitbucket's own form of a refusal. */
const refusal = (exceptionName: string | null = null, message = 'No') =>
  JSON.stringify({ errors: [{ context: null, message, exceptionName }] })

type Given = {
  readonly body?: string | null
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Answers without asking anyone. */
const instead =
  (status: number, { body = refusal(), type = JSON_TYPE, headers = {} }: Given = {}): AnswerFault =>
  () =>
    Promise.resolve(
      new Response(body, {
        status,
        headers: { ...(body === null ? {} : { 'content-type': type }), ...headers },
      }),
    )

const HTML = { type: 'text/html', body: LOGIN_PAGE } as const
const KNOWN = { 'x-ausername': 'admin' } as const

/** 429, and what is said of how long to wait. */
const limited = (retryAfter: string | null, given: Given = {}) =>
  instead(429, {
    ...given,
    headers: { ...KNOWN, ...(retryAfter === null ? {} : { 'retry-after': retryAfter }) },
  })

/** Asks, and answers with another body under the same head. */
const damaged =
  (damage: (body: string) => string): AnswerFault =>
  async (_request, ask) => {
    const answer = await ask()
    return new Response(damage(await answer.text()), answer)
  }

/** So many seconds from now, as a date of HTTP. */
const dateIn = (seconds: number) => new Date(Date.now() + 1000 * seconds).toUTCString()

/** Faults that look at one answer alone. */
export const ANSWER_FAULTS = {
  'fails with 500': instead(500, { body: refusal('java.lang.NullPointerException') }),
  'fails with 500 in HTML': instead(500, HTML),
  'is a bad gateway': instead(502, HTML),
  'is in maintenance (503)': instead(503, { headers: { ...KNOWN, 'retry-after': '5' } }),
  'is in maintenance (503 in HTML)': instead(503, HTML),
  'times out by itself (504)': instead(504, { headers: KNOWN }),
  'limits the rate, in seconds': limited('30'),
  'limits the rate, by a date': (request, ask) => limited(dateIn(90))(request, ask),
  'limits the rate, by a date that has passed': (request, ask) => limited(dateIn(-90))(request, ask),
  'limits the rate, without a time': limited(null),
  'limits the rate, in nonsense': limited('soon'),
  'limits the rate, for a week': limited('604800'),
  'limits the rate, in HTML': limited('7', HTML),
  'redirects to a login': instead(302, { body: null, headers: { location: '/login' } }),
  'shows a login page': instead(200, HTML),
  'has another content type': async (_request, ask) => {
    const answer = await ask()
    return new Response(await answer.text(), {
      status: answer.status,
      headers: { 'content-type': 'text/plain' },
    })
  },
  'is cut in the middle': damaged((body) => body.slice(0, body.length / 2)),
  'has no body': damaged(() => ''),
  'is a list of nothing': damaged(() => '[]'),
  'is null': damaged(() => 'null'),
  'has another shape': damaged(() => '{"status":"ok","values":"none"}'),
  'does not permit (401)': instead(401, { headers: KNOWN }),
  'does not permit (403)': instead(403, { headers: KNOWN }),
  'knows no session': instead(401, {
    body: refusal('com.atlassian.bitbucket.AuthenticationException'),
  }),
  'is a 404 of an API gateway': instead(404, { body: '{"message":"no Route matched with those values"}' }),
  'has no mirroring plugin': instead(404, {
    body: refusal('org.glassfish.jersey.NotFoundException'),
    headers: KNOWN,
  }),
  'has no licence': instead(409, { body: refusal('MirroringNotAvailableException'), headers: KNOWN }),
  'is 418': instead(418, { headers: KNOWN }),
  'wants a CAPTCHA': instead(403, {
    body: refusal('com.atlassian.bitbucket.auth.CaptchaRequiredAuthenticationException'),
    headers: { ...KNOWN, 'x-authentication-denied-reason': 'CAPTCHA_CHALLENGE; login-url=/login' },
  }),
} as const satisfies Record<string, AnswerFault>

/** Faults between browser and console: what proxies put in the place of the console's own answers. */
export const FRONT_FAULTS = {
  'network is gone': () => Promise.resolve(Response.error()),
  'proxy says 502': instead(502, HTML),
  'proxy says 503 in JSON': instead(503, { body: '{"message":"no healthy upstream"}' }),
  'proxy says 504': instead(504, HTML),
  'proxy has no route (404)': instead(404, { body: '{"message":"no Route matched with those values"}' }),
  'proxy refuses (403)': instead(403, { body: '{"message":"forbidden"}' }),
  'proxy shows a login page': instead(200, HTML),
  'proxy answers 409 in JSON': instead(409, { body: refusal() }),
  'proxy answers 204': instead(204, { body: null }),
  'proxy limits the rate': instead(429, { ...HTML, headers: { 'retry-after': '20' } }),
} as const satisfies Record<string, AnswerFault>
