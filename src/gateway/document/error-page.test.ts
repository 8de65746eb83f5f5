import { describe, expect, it } from 'vitest'
import { documentPolicy } from './document-policy.ts'
import { errorPage } from './error-page.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { jsonAnswer, startRawUpstream } from '#gateway/testing/raw-upstream.ts'
import { rawRequest } from '#gateway/testing/raw-request.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'
import { sessionKey } from '#gateway/testing/session-key.ts'

const NAVIGATION = 'Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\nConnection: close\r\n\r\n'

/** What a browser gets for a typed address, byte for byte. */
const typed = async (path: string, env: Record<string, string> = {}, host?: string) => {
  const upstream = await startRawUpstream((_request, socket) => socket.end(jsonAnswer({})))
  const { url } = await runningGateway(upstream.url, { env })
  const name = host ?? new URL(url).host
  const answer = await rawRequest(url, `GET ${path} HTTP/1.1\r\nHost: ${name}\r\n${NAVIGATION}`)
  const [head = '', body = ''] = answer.split('\r\n\r\n')
  return { status: Number(head.split(' ')[1]), head, body, upstream }
}

describe('a typed address without a page', () => {
  it.each([
    ['/mirrors/..%2F..%2Fadmin-canary', 400],
    ['/mirrors/%2e%2e/canary', 400],
    ['//canary.example.com/', 400],
    ['/mirrors/<script>canary', 400],
    ['/mirrors/%zzcanary', 400],
    ['/assets/canary.js', 404],
    ['/canary.png', 404],
    ['/restore/..%2Fcanary', 400],
  ])(
    '%s is answered with a page, and nothing of it is repeated or reaches the upstream',
    async (path, status) => {
      const answer = await typed(path)
      expect(answer.status).toBe(status)
      expect(answer.head).toMatch(/^content-type: text\/html; charset=utf-8\r?$/im)
      expect(answer.head).toMatch(/^cache-control: no-store\r?$/im)
      expect(answer.head).toMatch(/^x-content-type-options: nosniff\r?$/im)
      const [, nonce = ''] = /'nonce-([^']+)'/.exec(answer.head) ?? []
      expect(answer.head).toContain(`content-security-policy: ${documentPolicy(nonce)}\r\n`)
      expect(answer.body).toContain(`<style nonce="${nonce}">`)
      expect(answer.body).toContain('<h1>Page not found</h1>')
      expect(answer.body).toContain('<a href="/">Go to the overview</a>')
      expect(answer.head + answer.body).not.toMatch(/canary|<script/)
      expect(answer.upstream.received).toEqual([])
    },
  )

  it.each(['/rest/..%2Fadmin', '/rest/api/latest/users', '/-/session%2F', '/-/nothing', '/rest'])(
    '%s is no page, so it is answered as data',
    async (path) => {
      const { head, body } = await typed(path)
      expect(head).toMatch(/^content-type: application\/json/im)
      expect(body).toContain('"kind":"')
    },
  )

  it('links to the console below its path, from outside of it too', async () => {
    const env = { PUBLIC_URL: 'https://host.example.com/mirrors', SESSION_KEYS: sessionKey('error page') }
    for (const path of ['/', '/mirrors/a%2Fb']) {
      const { body } = await typed(path, env, 'host.example.com')
      expect(body).toContain('<a href="/mirrors/">Go to the overview</a>')
    }
    const { head } = await typed('/mirrors/rest/..%2Fadmin', env, 'host.example.com')
    expect(head).toMatch(/^content-type: application\/json/im)
  })

  it('under an unknown host name says what to do, without a link', async () => {
    const { status, body } = await typed('/', {}, 'console-canary.example.com')
    expect(status).toBe(421)
    expect(body).toContain('Open it at the address it printed, or set PUBLIC_URL')
    expect(body).not.toMatch(/canary|<a /)
  })

  it('that failed in the gateway names its id in the log', () => {
    const page = errorPage(new GatewayError('internal'), { nonce: 'n', home: '/', requestId: 'id-1' })
    expect(page).toContain('<h1>Something went wrong</h1>')
    expect(page).toContain('<code>id-1</code>')
  })
})
