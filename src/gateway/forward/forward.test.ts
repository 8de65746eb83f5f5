import { describe, expect, it } from 'vitest'
import { rawRequest } from '#gateway/testing/raw-request.ts'
import { jsonAnswer, startRawUpstream } from '#gateway/testing/raw-upstream.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'
import { signedInGateway as signedIn } from '#gateway/testing/signed-in-gateway.ts'

const MIRRORS = '/rest/mirroring/latest/mirrorServers'
const ACCEPT = '/rest/mirroring/latest/requests/7/accept'
const REQUESTS = '/rest/mirroring/latest/requests'
const ADMISSION = {
  mirrorName: 'm',
  mirrorId: 'B0F5',
  mirrorBaseUrl: 'https://m.example.com',
  mirrorType: 'SINGLE',
  productVersion: '8.16.2',
}

describe('a forwarded request', () => {
  it('is rebuilt: the row, the allowed query, the credential of the session', async () => {
    const { upstream, ask } = await signedIn(jsonAnswer({ values: [] }), {}, '/bitbucket/')
    const answer = await ask(`${MIRRORS}?limit=25&start=0`, {
      headers: {
        accept: 'application/json',
        'accept-language': 'de',
        authorization: 'Basic b3RoZXI6b3RoZXI=',
        'x-forwarded-user': 'root',
        X_Forwarded_User: 'root',
        'x-request-id': 'chosen-by-the-client',
        'if-none-match': '"1"',
        range: 'bytes=0-1',
        referer: 'http://evil.example.com',
        'user-agent': 'canary',
      },
    })
    expect(await answer.json()).toEqual({ values: [] })
    const [head = ''] = upstream.received
    const lines = head.trimEnd().split('\r\n')
    expect(lines[0]).toBe(`GET /bitbucket${MIRRORS}?limit=25&start=0 HTTP/1.1`)
    expect(
      lines
        .slice(1)
        .map((line) => line.split(':')[0]?.toLowerCase())
        .toSorted((a = '', b = '') => a.localeCompare(b)),
    ).toEqual([
      'accept',
      'accept-encoding',
      'accept-language',
      'authorization',
      'connection',
      'host',
      'x-request-id',
    ])
    expect(head).toContain('authorization: Bearer admin-token')
    expect(head).toContain('accept-encoding: identity')
    expect(head).not.toMatch(/canary|chosen-by-the-client|root/)
  })

  it('cannot name a header to be dropped', async () => {
    const { upstream, gateway, cookie } = await signedIn(jsonAnswer({ values: [] }))
    await rawRequest(
      gateway.url,
      `GET ${MIRRORS} HTTP/1.1\r\nHost: ${new URL(gateway.url).host}\r\nCookie: ${cookie}\r\nConnection: close, authorization\r\n\r\n`,
    )
    expect(upstream.received[0]).toContain('authorization: Bearer admin-token')
  })

  it('brings back status, type and the allowed headers, and nothing else', async () => {
    const { ask } = await signedIn(
      jsonAnswer(
        { id: 1 },
        'x-ausername: admin\r\netag: "e"\r\nretry-after: 3\r\nx-ratelimit-remaining: 9\r\n' +
          'set-cookie: BITBUCKETSESSIONID=1\r\nlocation: http://evil\r\naccess-control-allow-origin: *\r\n' +
          'server: Bitbucket\r\ncontent-security-policy: none\r\n',
      ),
    )
    const answer = await ask(`${MIRRORS}/B0F5`)
    expect(Object.fromEntries(answer.headers)).toEqual({
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'content-length': '8',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'content-type': 'application/json; charset=utf-8',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      date: expect.any(String),
      etag: '"e"',
      'keep-alive': expect.any(String),
      'referrer-policy': 'no-referrer',
      'retry-after': '3',
      'x-ausername': 'admin',
      'x-content-type-options': 'nosniff',
      'x-mirror-console-session': expect.stringMatching(/^[\w-]{16}$/),
      'x-mirror-console-source': 'upstream',
      'x-ratelimit-remaining': '9',
      'x-request-id': expect.stringMatching(/^[\da-f-]{36}$/),
    })
  })

  it('carries a JSON body, and only one that is declared as such', async () => {
    const { upstream, ask } = await signedIn(jsonAnswer({ id: 1 }))
    const init = { method: 'POST', body: JSON.stringify(ADMISSION) }
    expect((await ask(REQUESTS, { ...init, headers: { 'content-type': 'text/plain' } })).status).toBe(415)
    expect(
      (await ask(REQUESTS, { ...init, headers: { 'content-type': 'application/json; charset=utf-7' } }))
        .status,
    ).toBe(415)
    const json = { 'content-type': 'application/json', 'x-atlassian-token': 'no-check' }
    expect((await ask(REQUESTS, { ...init, body: '{"mirrorName":', headers: json })).status).toBe(400)
    expect((await ask(ACCEPT, { ...init, headers: json })).status).toBe(400)
    expect(upstream.received).toEqual([])
    expect((await ask(REQUESTS, { ...init, headers: json })).status).toBe(200)
    expect(upstream.received.join('')).toMatch(/content-type: application\/json\r\n/)
    expect(upstream.received.join('')).toMatch(/x-atlassian-token: no-check\r\n/)
    expect(upstream.received.join('')).toContain(`content-length: ${init.body.length}\r\n`)
    expect(upstream.received.join('')).toContain(init.body)
  })

  it.each(['with a length', 'in chunks'])('is refused when its body is too large, %s', async (way) => {
    const { upstream, gateway, cookie } = await signedIn(jsonAnswer({ id: 1 }))
    const size = 1_048_577
    const own = Object.entries(await gateway.writeHeadersOf(cookie)).map((header) => header.join(': '))
    const head =
      `POST ${REQUESTS} HTTP/1.1\r\nHost: ${new URL(gateway.url).host}\r\n${own.join('\r\n')}\r\n` +
      'content-type: application/json\r\n'
    const body =
      way === 'with a length'
        ? `content-length: ${size}\r\n\r\n`
        : `transfer-encoding: chunked\r\n\r\n${size.toString(16)}\r\n"${'a'.repeat(size - 2)}"\r\n`
    expect(await rawRequest(gateway.url, head + body)).toMatch(/^HTTP\/1\.1 413 /)
    expect(upstream.received).toEqual([])
  })

  it('may ask for the version without a session, and for nothing else', async () => {
    const upstream = await startRawUpstream((_request, socket) =>
      socket.write(jsonAnswer({ version: '8.16.2' })),
    )
    const { url } = await runningGateway(upstream.url)
    expect(await (await fetch(`${url}/rest/api/latest/application-properties`)).json()).toEqual({
      version: '8.16.2',
    })
    expect((await fetch(`${url}/rest/api/latest/repos`)).status).toBe(401)
    expect(upstream.received).toHaveLength(1)
    expect(upstream.received[0]).not.toMatch(/^authorization/im)
  })

  it('of two users through one process carries each one their own credential', async () => {
    const upstream = await startRawUpstream((request, socket) => {
      const [, token = ''] = /authorization: Bearer (\S+)/.exec(request) ?? []
      socket.write(jsonAnswer({ token }, `x-ausername: ${token}\r\n`))
    })
    const gateway = await runningGateway(upstream.url)
    const cookies = await Promise.all(
      ['alice', 'bob'].map((name) => gateway.cookieOf(name, `Bearer ${name}`)),
    )
    const seen = await Promise.all(
      Array.from({ length: 60 }, async (_, at) => {
        const answer = await fetch(gateway.url + MIRRORS, { headers: { cookie: cookies[at % 2] ?? '' } })
        return answer.text()
      }),
    )
    expect(new Set(seen.filter((_, at) => at % 2 === 0))).toEqual(new Set(['{"token":"alice"}']))
    expect(new Set(seen.filter((_, at) => at % 2 === 1))).toEqual(new Set(['{"token":"bob"}']))
  })
})
