import { describe, expect, it } from 'vitest'
import { rawRequest } from './testing/raw-request.ts'
import { jsonAnswer, startRawUpstream } from './testing/raw-upstream.ts'
import { runningGateway } from './testing/running-gateway.ts'

const MIRRORS = '/rest/mirroring/latest/mirrorServers'

const get = (target: string) => `GET ${target} HTTP/1.1\r\nHost: HOST\r\n`
const post = (target: string) => `POST ${target} HTTP/1.1\r\nHost: HOST\r\nx-mirror-console: 1\r\n`

/** What is sent (`HOST` stands for the gateway's own), and the status it must get. */
const REFUSED: readonly (readonly [string, string, number])[] = [
  ['no host', `GET ${MIRRORS} HTTP/1.0\r\n`, 400],
  ['two hosts', `GET ${MIRRORS} HTTP/1.1\r\nHost: HOST\r\nHost: HOST\r\n`, 400],
  [
    'two hosts, the second foreign',
    `GET ${MIRRORS} HTTP/1.1\r\nHost: HOST\r\nHost: evil.example.com\r\n`,
    400,
  ],
  ['a foreign host', `GET ${MIRRORS} HTTP/1.1\r\nHost: evil.example.com\r\n`, 421],
  ['a foreign host for a page', 'GET / HTTP/1.1\r\nHost: evil.example.com\r\n', 421],
  [
    'a host that only begins like ours',
    `GET ${MIRRORS} HTTP/1.1\r\nHost: 127.0.0.1.evil.example.com\r\n`,
    421,
  ],
  ['our name with another port', `GET ${MIRRORS} HTTP/1.1\r\nHost: localhost:1\r\n`, 421],
  ['an absolute target', get(`http://evil.example.com${MIRRORS}`), 400],
  ['an absolute target with our host', get(`http://HOST${MIRRORS}`), 400],
  ['two slashes', get('//evil.example.com/rest'), 400],
  ['two slashes inside', get('/rest//mirroring/latest/mirrorServers'), 400],
  ['a dot segment', get('/rest/../rest/mirroring/latest/mirrorServers'), 400],
  ['a dot segment at the end', get(`${MIRRORS}/..`), 400],
  ['one dot', get('/rest/./mirroring/latest/mirrorServers'), 400],
  ['an escaped dot segment', get(`${MIRRORS}/%2e%2e`), 400],
  ['an escaped slash', get('/rest%2fmirroring/latest/mirrorServers'), 400],
  ['an escape in an API path', get(`${MIRRORS}/%41`), 400],
  ['a double escape', get(`${MIRRORS}/%252e`), 400],
  ['a backslash', get('/rest\\mirroring\\latest\\mirrorServers'), 400],
  ['a fragment', get(`${MIRRORS}#x`), 400],
  ['a null byte', get(`${MIRRORS}/%00`), 400],
  ['a path parameter', get(`${MIRRORS};a=b`), 404],
  ['another case', get('/REST/mirroring/latest/mirrorServers'), 404],
  ['a target without end', get(`/${'a'.repeat(5000)}`), 400],
  ['another resource of Bitbucket', get('/rest/api/latest/users'), 404],
  ['the panel, which is a document', get(`${MIRRORS}/B0F5/webPanels/config`), 404],
  ['a query that is no part of the row', get(`${MIRRORS}?expand=x`), 404],
  ['a query given twice', get(`${MIRRORS}?start=0&start=1`), 404],
  ['TRACE', `TRACE ${MIRRORS} HTTP/1.1\r\nHost: HOST\r\n`, 405],
  ['OPTIONS', `OPTIONS ${MIRRORS} HTTP/1.1\r\nHost: HOST\r\n`, 405],
  ['HEAD of the API', `HEAD ${MIRRORS} HTTP/1.1\r\nHost: HOST\r\n`, 405],
  ['PATCH', `PATCH ${MIRRORS}/a HTTP/1.1\r\nHost: HOST\r\n`, 405],
  ['a method that the row does not have', `${post(MIRRORS)}sec-fetch-site: same-origin\r\n`, 405],
  ['a write to a page', post('/'), 405],
  ['a write without any proof', `DELETE ${MIRRORS}/a HTTP/1.1\r\nHost: HOST\r\n`, 403],
  [
    'a write of another site',
    `${post('/rest/mirroring/latest/requests/1/accept')}sec-fetch-site: cross-site\r\n`,
    403,
  ],
  [
    'a write of a sibling',
    `${post('/rest/mirroring/latest/requests/1/accept')}sec-fetch-site: same-site\r\n`,
    403,
  ],
  ['a write by hand', `${post('/rest/mirroring/latest/requests/1/accept')}sec-fetch-site: none\r\n`, 403],
  [
    'a write with another origin',
    `${post('/rest/mirroring/latest/requests/1/accept')}origin: http://evil.example.com\r\n`,
    403,
  ],
  ['a write with a null origin', `${post('/rest/mirroring/latest/requests/1/accept')}origin: null\r\n`, 403],
  [
    'a write without the custom header',
    `DELETE ${MIRRORS}/a HTTP/1.1\r\nHost: HOST\r\nsec-fetch-site: same-origin\r\n`,
    403,
  ],
  [
    'a write without a session',
    `${post('/rest/mirroring/latest/requests/1/accept')}sec-fetch-site: same-origin\r\n`,
    401,
  ],
  ['a question without a session', get(MIRRORS), 401],
  ['a credential of its own', `${get(MIRRORS)}authorization: Basic YWRtaW46YWRtaW4=\r\n`, 401],
  ['two lengths', `${post('/-/session')}content-length: 2\r\ncontent-length: 3\r\n`, 400],
  ['a length and chunks', `${post('/-/session')}content-length: 2\r\ntransfer-encoding: chunked\r\n`, 400],
  ['a folded header', `${get(MIRRORS)}x-a: b\r\n c\r\n`, 400],
]

describe('a request that is not a plain one of the contract', () => {
  it.each(REFUSED)('%s is refused, and nothing of it reaches the upstream', async (_name, head, status) => {
    const tripwire = await startRawUpstream((_request, socket) => socket.end(jsonAnswer({})))
    const { url } = await runningGateway(tripwire.url)
    const bytes = `${head.replaceAll('HOST', new URL(url).host)}Connection: close\r\n\r\n`
    const answer = await rawRequest(url, bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(tripwire.received).toEqual([])
  })

  it('is answered in the form of an error of Bitbucket, with the headers of all answers', async () => {
    const { url } = await runningGateway('http://127.0.0.1:1')
    const answer = await fetch(`${url}/rest/api/latest/users`)
    expect(await answer.json()).toEqual({
      errors: [{ context: null, message: expect.any(String), exceptionName: null }],
      kind: 'not-in-contract',
    })
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  it('leaves a line in the log that holds nothing of what was sent', async () => {
    const { url, log } = await runningGateway('http://127.0.0.1:1')
    await fetch(`${url}/rest/mirroring/latest/mirrorServers/canary-id?start=canary`, {
      headers: { cookie: 'mirror-console=canary', authorization: 'Bearer canary' },
    })
    await expect.poll(() => log).toHaveLength(1)
    expect(JSON.stringify(log)).not.toContain('canary')
  })
})
