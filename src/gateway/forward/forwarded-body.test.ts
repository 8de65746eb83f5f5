import { describe, expect, it } from 'vitest'
import { operations } from '#contract/operations.ts'
import { SESSION_HEADER } from '#contract/session.ts'
import type { Operation } from '#contract/operation.ts'
import { rawRequest } from '#gateway/testing/raw-request.ts'
import { jsonAnswer } from '#gateway/testing/raw-upstream.ts'
import { signedInGateway } from '#gateway/testing/signed-in-gateway.ts'
import { ADMISSION, WRITE_BODIES } from '#gateway/testing/write-bodies.ts'

const writes = Object.entries<Operation>(operations).filter(([, { method }]) => method !== 'GET')
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`

const sending = async () => {
  const { upstream, gateway, cookie } = await signedInGateway(jsonAnswer({ id: 1 }))
  const own = await gateway.writeHeadersOf(cookie)
  const send = (method: string, path: string, headers: string, body = '') =>
    rawRequest(
      gateway.url,
      `${method} ${path} HTTP/1.1\r\nHost: ${new URL(gateway.url).host}\r\nCookie: ${cookie}\r\n${SESSION_HEADER}: ${own[SESSION_HEADER] ?? ''}\r\n` +
        `x-mirror-console: 1\r\nsec-fetch-site: same-origin\r\nConnection: close\r\n${headers}\r\n${body}`,
    )
  return { upstream, send }
}

describe('every write', () => {
  it.each(writes)('%s is sent on in both framings', async (name, { method, path, body }) => {
    const { upstream, send } = await sending()
    const target = path.replaceAll(/\{\w+\}/g, '7')
    const text = body === undefined ? '' : JSON.stringify(WRITE_BODIES[name])
    const type = body === undefined ? '' : 'content-type: application/json\r\n'
    const length = `${type}content-length: ${Buffer.byteLength(text)}\r\n`
    const chunked = `${type}transfer-encoding: chunked\r\n`
    expect(await send(method, target, length, text)).toMatch(/^HTTP\/1\.1 200 /)
    const chunks = (text === '' ? '' : chunk(text)) + chunk('')
    expect(await send(method, target, chunked, chunks)).toMatch(/^HTTP\/1\.1 200 /)
    expect(upstream.received).toHaveLength(2)
    for (const sent of upstream.received) expect(sent.endsWith(`\r\n\r\n${text}`)).toBe(true)
  })

  const bodyless = writes.filter(([, { body }]) => body === undefined)
  it.each(bodyless)('%s is refused with a body in chunks', async (_name, { method, path }) => {
    const { upstream, send } = await sending()
    const target = path.replaceAll(/\{\w+\}/g, '7')
    const answer = await send(method, target, 'transfer-encoding: chunked\r\n', chunk('{}') + chunk(''))
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(upstream.received).toEqual([])
  })
})

const sendBody = async (bytes: string, more = '') => {
  const { upstream, send } = await sending()
  const headers = `content-type: application/json\r\ncontent-length: ${bytes.length}\r\n${more}`
  const answer = await send('POST', operations.createRequest.path, headers, bytes)
  return { answer, received: upstream.received }
}

describe('a body', () => {
  const text = JSON.stringify(ADMISSION)

  it.each([
    ['no UTF-8', text.replace('"m"', '"\xff"')],
    ['a byte order mark', `\xef\xbb\xbf${text}`],
    ['nesting without end', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['a field of the wrong kind', JSON.stringify({ ...ADMISSION, mirrorName: 1 })],
    ['a field that is missing', JSON.stringify({ ...ADMISSION, mirrorId: undefined })],
    ['an address of another scheme', JSON.stringify({ ...ADMISSION, mirrorBaseUrl: 'ext::sh' })],
  ])('with %s is refused', async (_name, bytes) => {
    const { answer, received } = await sendBody(bytes)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(received).toEqual([])
  })

  it('is sent on as its schema reads it: unknown fields and repeated ones are dropped', async () => {
    const { received } = await sendBody(`{"extra":1,"mirrorName":"first",${text.slice(1)}`)
    expect(received[0]?.split('\r\n\r\n')[1]).toBe(text)
  })

  it.each([
    ['content-type', 'application/json'],
    ['x-atlassian-token', 'no-check'],
    ['authorization', 'Bearer x'],
    ['x-mirror-console', '1'],
    ['sec-fetch-site', 'same-origin'],
    ['origin', 'http://127.0.0.1'],
  ])('is refused with two headers %s', async (name, value) => {
    const { answer, received } = await sendBody(text, `${name}: ${value}\r\n${name}: ${value}\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(received).toEqual([])
  })
})

describe('the checks of orchestrators', () => {
  it.each(['/-/health', '/-/ready'])('%s answer HEAD as they answer GET', async (path) => {
    const { gateway } = await signedInGateway(jsonAnswer({ version: '8.16.2' }))
    const [head, get] = await Promise.all(
      ['HEAD', 'GET'].map((method) => fetch(gateway.url + path, { method })),
    )
    expect(head?.status).toBe(200)
    expect(head?.headers.get('content-length')).toBe(get?.headers.get('content-length'))
    expect(await head?.text()).toBe('')
  })
})
