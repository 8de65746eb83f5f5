import { describe, expect, it } from 'vitest'
import { SESSION_HEADER } from '#contract/session.ts'
import { refusedAddresses } from './testing/refused-addresses.ts'
import { refusedMessages } from './testing/refused-messages.ts'
import { rawRequest } from './testing/raw-request.ts'
import { jsonAnswer, startRawUpstream } from './testing/raw-upstream.ts'
import { runningGateway } from './testing/running-gateway.ts'

const CORPUS = [...refusedAddresses, ...refusedMessages]

describe('a request that is not a plain one of the contract', () => {
  it('comes in more than 120 shapes, each listed once', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(120)
    expect(new Set(CORPUS.map(([name]) => name)).size).toBe(CORPUS.length)
    expect(new Set(CORPUS.map(([, bytes]) => bytes)).size).toBe(CORPUS.length)
  })

  it.each(CORPUS)('%s is refused, and nothing of it reaches the upstream', async (_name, shape, status) => {
    const tripwire = await startRawUpstream((_request, socket) => socket.end(jsonAnswer({})))
    const { url, cookieOf, writeHeadersOf } = await runningGateway(tripwire.url)
    const cookie = await cookieOf('admin', 'Bearer admin-token')
    const { [SESSION_HEADER]: mark = '' } = await writeHeadersOf(cookie)
    const bytes = shape
      .replaceAll('HOST', new URL(url).host)
      .replaceAll('COOKIE', cookie)
      .replaceAll('MARK', mark)
    const answer = await rawRequest(url, bytes)
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer).toMatch(/^x-mirror-console-source: gateway\r$/im)
    // Nothing of a smuggled request is answered either.
    expect(answer.match(/^HTTP\/1\.1 /gm)).toHaveLength(1)
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

  it('writes a log line that contains nothing of what was sent', async () => {
    const { url, log } = await runningGateway('http://127.0.0.1:1')
    await fetch(`${url}/rest/mirroring/latest/mirrorServers/canary-id?start=canary`, {
      headers: { cookie: 'mirror-console=canary', authorization: 'Bearer canary' },
    })
    await expect.poll(() => log).toHaveLength(1)
    expect(JSON.stringify(log)).not.toContain('canary')
  })
})
