import { describe, expect, it } from 'vitest'
import { jsonAnswer, jsonHead, startRawUpstream } from '#gateway/testing/raw-upstream.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'
import { signedInGateway as signedIn } from '#gateway/testing/signed-in-gateway.ts'

const MIRRORS = '/rest/mirroring/latest/mirrorServers'
const ACCEPT = '/rest/mirroring/latest/requests/7/accept'
const KNOWN = 'x-ausername: admin\r\n'

describe('an answer of the upstream', () => {
  it.each([
    [
      'a redirect to a login page',
      'HTTP/1.1 302 Found\r\nlocation: /login\r\ncontent-length: 0\r\n\r\n',
      502,
      'upstream-redirect',
    ],
    [
      'a page for people',
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 6\r\n\r\n<html>',
      502,
      'upstream-not-json',
    ],
    ['a page without a type', 'HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>', 502, 'upstream-not-json'],
    [
      'a page with two types',
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-type: application/json\r\ncontent-length: 6\r\n\r\n<html>',
      502,
      'upstream-not-json',
    ],
    [
      'an error page',
      'HTTP/1.1 500 No\r\ncontent-type: text/html\r\ncontent-length: 6\r\n\r\n<html>',
      502,
      'upstream-not-json',
    ],
    [
      'a compressed body that was not asked for',
      `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}`,
      502,
      'upstream-not-json',
    ],
    ['something else than HTTP', 'SSH-2.0-OpenSSH_9.6\r\n\r\n', 502, 'upstream-not-json'],
    [
      '401 with a CAPTCHA',
      'HTTP/1.1 401 No\r\nx-authentication-denied-reason: CAPTCHA_CHALLENGE; login-url=x\r\ncontent-length: 0\r\n\r\n',
      403,
      'captcha-required',
    ],
    [
      '429 of a load balancer',
      'HTTP/1.1 429 No\r\ncontent-type: text/html\r\nretry-after: 7\r\ncontent-length: 6\r\n\r\n<html>',
      429,
      'upstream-busy',
    ],
    ['a huge body', jsonHead(1_073_741_824), 502, 'upstream-too-large'],
    ['a huge head', `HTTP/1.1 200 OK\r\nx-long: ${'a'.repeat(200_000)}\r\n\r\n`, 502, 'upstream-too-large'],
  ])('%s becomes an error of its own', async (_name, bytes, status, kind) => {
    const { ask } = await signedIn(bytes)
    const answer = await ask(MIRRORS)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject({ kind })
    expect(answer.headers.get('location')).toBeNull()
  })

  it.each([
    [
      '401 to a known user',
      'HTTP/1.1 401 No\r\ncontent-type: application/json;charset=UTF-8\r\nx-ausername: admin\r\ncontent-length: 13\r\n\r\n{"errors":[]}',
      401,
    ],
    [
      '409',
      'HTTP/1.1 409 No\r\ncontent-type: application/json\r\ncontent-length: 13\r\n\r\n{"errors":[]}',
      409,
    ],
    [
      '429',
      'HTTP/1.1 429 No\r\ncontent-type: application/json\r\ncontent-length: 13\r\n\r\n{"errors":[]}',
      429,
    ],
  ])('%s is passed on unchanged', async (_name, bytes, status) => {
    const { ask } = await signedIn(bytes)
    const answer = await ask(MIRRORS)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toEqual({ errors: [] })
  })

  it('without a body is passed on', async () => {
    const { ask } = await signedIn(`HTTP/1.1 204 No Content\r\n${KNOWN}\r\n`)
    const answer = await ask(`${MIRRORS}/a`, { method: 'DELETE' })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('content-type')).toBeNull()
  })

  it.each([
    ['with a length', `${jsonHead(1000)}{"values":[`],
    // Browsers send a request again, writes too, when a connection that was used before closes without any answer.
    ['before its first byte', jsonHead(1000)],
    [
      'in chunks',
      'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nb\r\n{"values":[\r\n',
    ],
  ])('that breaks in its body breaks at the browser too, %s', async (_name, bytes) => {
    const upstream = await startRawUpstream((_request, socket) => socket.end(bytes))
    const gateway = await runningGateway(upstream.url)
    const cookie = await gateway.cookieOf('admin', 'Bearer x')
    await expect(
      fetch(gateway.url + MIRRORS, { headers: { cookie } }).then((answer) => answer.text()),
    ).rejects.toThrow('terminated')
  })

  it('that is large arrives whole, also when it is read slowly', async () => {
    const body = { values: Array.from({ length: 20_000 }, (_, id) => ({ id, name: 'repository' })) }
    const { ask } = await signedIn(jsonAnswer(body))
    expect(await (await ask(MIRRORS)).json()).toEqual(body)
  })

  it('that never comes is a timeout', async () => {
    const { ask } = await signedIn('', { timeouts: { connectMs: 500, answerMs: 50 } })
    const answer = await ask(MIRRORS)
    expect(answer.status).toBe(504)
    expect(await answer.json()).toMatchObject({ kind: 'upstream-timeout' })
  })

  it('that is cut before its head, or from a closed port, is "unreachable"', async () => {
    const upstream = await startRawUpstream((_request, socket) => socket.destroy())
    for (const url of [upstream.url, 'http://127.0.0.1:1']) {
      const gateway = await runningGateway(url)
      const cookie = await gateway.cookieOf('admin', 'Bearer x')
      const answer = await fetch(gateway.url + MIRRORS, { headers: { cookie } })
      expect(answer.status).toBe(502)
      expect(await answer.json()).toMatchObject({ kind: 'upstream-unreachable' })
    }
  })

  it('for a browser that has disconnected is aborted', async () => {
    const { upstream, ask } = await signedIn(`${jsonHead(1000)}{"values":[`)
    const left = new AbortController()
    const answer = await ask(MIRRORS, { signal: left.signal })
    expect(answer.status).toBe(200)
    left.abort()
    await upstream.closed
  })

  it('to a write that the browser repeats is not requested a second time', async () => {
    const upstream = await startRawUpstream((request, socket) => {
      if (!request.includes('/8/')) socket.write(jsonAnswer({ id: '1' }))
    })
    const gateway = await runningGateway(upstream.url)
    const own = await gateway.writeHeadersOf(await gateway.cookieOf('admin', 'Bearer x'))
    const send = (path: string, key: string, signal?: AbortSignal) =>
      fetch(gateway.url + path, {
        method: 'POST',
        headers: { ...own, 'x-mirror-console': key },
        ...(signal === undefined ? {} : { signal }),
      })
    const left = new AbortController()
    const held = send(ACCEPT.replace('7', '8'), '1-k3y', left.signal)
    await expect.poll(() => upstream.received).toHaveLength(1)
    left.abort()
    await expect(held).rejects.toThrow('aborted')
    const again = await send(ACCEPT.replace('7', '8'), '1-k3y')
    expect(again.status).toBe(412)
    expect(await again.json()).toMatchObject({ kind: 'already-sent' })
    expect(upstream.received).toHaveLength(1)
    expect((await send(ACCEPT, '1-another')).status).toBe(200)
    expect((await send(ACCEPT, '1')).status).toBe(200)
    expect((await send(ACCEPT, '1-not plain')).status).toBe(403)
    expect(upstream.received).toHaveLength(3)
  })

  it('to a write is requested once, also when it is lost', async () => {
    const upstream = await startRawUpstream((_request, socket) => socket.destroy())
    const gateway = await runningGateway(upstream.url)
    const cookie = await gateway.cookieOf('admin', 'Bearer x')
    const init = { method: 'POST', headers: await gateway.writeHeadersOf(cookie) }
    expect((await fetch(gateway.url + ACCEPT, init)).status).toBe(502)
    expect(upstream.received).toHaveLength(1)
  })
})
