import { describe, expect, it } from 'vitest'
import { jsonAnswer, startRawUpstream } from '#gateway/testing/raw-upstream.ts'
import { OWN_HEADERS, runningGateway } from '#gateway/testing/running-gateway.ts'
import { rawRequest } from '#gateway/testing/raw-request.ts'
import { sessionKey } from '#gateway/testing/session-key.ts'

const MIRRORS = '/rest/mirroring/latest/mirrorServers'

/** A gateway behind a proxy that ends TLS and passes paths and `Host` on as they are. */
const behindProxy = async () => {
  const upstream = await startRawUpstream((_request, socket) =>
    socket.write(jsonAnswer({ version: '8.16.2' }, 'x-ausername: admin\r\n')),
  )
  const gateway = await runningGateway(upstream.url, {
    env: { PUBLIC_URL: 'https://host.example.com/mirrors/', SESSION_KEYS: sessionKey('base path') },
  })
  const ask = async (path: string, lines = '', method = 'GET', body = '') => {
    const text = await rawRequest(
      gateway.url,
      `${method} ${path} HTTP/1.1\r\nHost: host.example.com\r\nConnection: close\r\n${lines}content-length: ${body.length}\r\n\r\n${body}`,
    )
    const [head = '', content = ''] = text.split('\r\n\r\n')
    return { status: Number(head.split(' ')[1]), head, content }
  }
  return { upstream, gateway, ask }
}

describe('a console below a path', () => {
  it.each(['/mirrors', '/mirrors/', '/mirrors/requests?state=PENDING', '/mirrors/repositories/1'])(
    'has its document at %s, with addresses that stay below',
    async (path) => {
      const { ask } = await behindProxy()
      const { status, content, head } = await ask(path, 'accept: text/html\r\n')
      expect(status).toBe(200)
      expect(content).toContain('<meta name="mirror-console-base" content="/mirrors" />')
      expect(content).toContain('src="/mirrors/assets/index-abc123.js"')
      expect(content).toContain('href="/mirrors/favicon.svg"')
      expect(head).toMatch(/^strict-transport-security: max-age=31536000\r?$/im)
    },
  )

  it('serves its files, its endpoints and the API there', async () => {
    const { ask, gateway, upstream } = await behindProxy()
    expect((await ask('/mirrors/assets/index-abc123.js')).status).toBe(200)
    expect((await ask('/mirrors/-/session')).content).toContain('"user":null')
    const cookie = await gateway.cookieOf('admin', 'Bearer admin-token')
    expect(cookie).toMatch(/^__Secure-mirror-console-[\da-f]{8}=/)
    const { status, head } = await ask(`/mirrors${MIRRORS}?limit=1`, `cookie: ${cookie}\r\n`)
    expect(status).toBe(200)
    expect(head.match(/^(?:strict-transport-security|x-content-type-options|x-request-id):/gim)).toHaveLength(
      3,
    )
    expect(upstream.received[0]).toMatch(new RegExp(`^GET ${MIRRORS}\\?limit=1 HTTP/1\\.1\r\n`))
  })

  it('signs in with a cookie for that path alone', async () => {
    const { ask } = await behindProxy()
    const own = Object.entries({ ...OWN_HEADERS, 'content-type': 'application/json' })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')
    const { status, head } = await ask('/mirrors/-/session', own, 'POST', '{"token":"admin-token"}')
    expect(status).toBe(200)
    expect(head).toMatch(
      /^set-cookie: __Secure-mirror-console-[\da-f]{8}=\S+; Path=\/mirrors; HttpOnly; SameSite=Strict; Secure\r?$/im,
    )
  })

  it.each([
    '/',
    '/mirrorsx',
    MIRRORS,
    '/-/session',
    '/assets/index-abc123.js',
    '/Mirrors/',
    '/mirrors/mirrors/rest/%41',
  ])('has nothing of the API at %s', async (path) => {
    const { ask, gateway, upstream } = await behindProxy()
    const cookie = await gateway.cookieOf('admin', 'Bearer admin-token')
    expect([400, 404]).toContain((await ask(path, `cookie: ${cookie}\r\n`)).status)
    expect(upstream.received).toEqual([])
  })

  it('answers its health check at the root too, by any host name, for orchestrators', async () => {
    const { gateway, ask } = await behindProxy()
    expect((await ask('/mirrors/-/health')).status).toBe(200)
    const lines = ['HTTP/1.1\r\nHost: 10.1.2.3:7991\r\nConnection: close\r\n', 'HTTP/1.0\r\n']
    for (const line of lines) {
      for (const path of ['/-/health', '/-/ready']) {
        const got = await rawRequest(gateway.url, `GET ${path} ${line}\r\n`)
        expect(got).toMatch(/^HTTP\/1\.1 200 [^]*"status"/)
        const headed = await rawRequest(gateway.url, `HEAD ${path} ${line}\r\n`)
        expect(headed).toMatch(/^HTTP\/1\.1 200 [^]*\r\n\r\n$/)
      }
    }
  })
})
