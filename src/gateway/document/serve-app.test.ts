import { describe, expect, it } from 'vitest'
import { readStaticFiles } from './static-files.ts'
import { BUILT_SCRIPT } from '#gateway/testing/dist-folder.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'

const page = { headers: { accept: 'text/html' } }
const start = () => runningGateway('http://127.0.0.1:1')

describe('the built app', () => {
  it.each(['/', '/requests?state=PENDING', '/mirrors/B0F5.1', '/no/such/page', '/index.html'])(
    'has its document at %s, with a nonce of its own',
    async (path) => {
      const { url } = await start()
      const nonces = await Promise.all(
        [1, 2].map(async () => {
          const answer = await fetch(url + path, page)
          expect(answer.status).toBe(200)
          expect(answer.headers.get('cache-control')).toBe('no-store')
          const [, nonce = ''] =
            /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '') ?? []
          expect(nonce.length).toBeGreaterThanOrEqual(22)
          expect((await answer.text()).split(nonce)).toHaveLength(3)
          return nonce
        }),
      )
      expect(nonces[0]).not.toBe(nonces[1])
    },
  )

  it('shows the frame immediately to signed-in users only', async () => {
    const { url, cookieOf } = await start()
    const cookie = await cookieOf('alice', 'Bearer alice')
    const textAt = async (path: string, headers: Record<string, string>) =>
      (await fetch(url + path, { headers: { ...page.headers, ...headers } })).text()
    expect(await textAt('/requests', { cookie })).toContain('the first frame')
    expect(await textAt('/sign-in', { cookie })).not.toContain('the first frame')
    expect(await textAt('/requests', {})).not.toContain('the first frame')
    expect(await textAt('/requests', { cookie: `${cookie}x` })).not.toContain('the first frame')
  })

  it('names code and data of the page for signed-in users only', async () => {
    const { url, cookieOf } = await start()
    const cookie = await cookieOf('alice', 'Bearer alice')
    const linksAt = async (path: string, headers: Record<string, string>) => {
      const text = await (await fetch(url + path, { headers: { ...page.headers, ...headers } })).text()
      return [...text.matchAll(/<link rel="(?:modulepreload|preload)"[^>]* href="([^"]*)"/g)].map(
        ([, href]) => href,
      )
    }
    expect(await linksAt('/mirrors/7', { cookie })).toEqual(['/rest/mirrors/7', '/assets/index-abc123.js'])
    expect(await linksAt('/mirrors/7?tab=event', { cookie })).toEqual(['/assets/index-abc123.js'])
    expect(await linksAt('/mirrors/7.1', { cookie })).toEqual([])
    expect(await linksAt('/sign-in', { cookie })).toEqual([])
    expect(await linksAt('/mirrors/7', {})).toEqual([])
    expect(await linksAt('/mirrors/7', { cookie: `${cookie}x` })).toEqual([])
  })

  it('is compressed as the build left it, and cached without limit where its name contains its hash', async () => {
    const { url } = await start()
    const answer = await fetch(`${url}/assets/index-abc123.js`, {
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(answer.headers.get('content-encoding')).toBe('br')
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toBe(BUILT_SCRIPT)
    const gzip = await fetch(`${url}/assets/index-abc123.js`, { headers: { 'accept-encoding': 'gzip' } })
    expect(gzip.headers.get('content-encoding')).toBe('gzip')
    const plain = await fetch(`${url}/assets/index-abc123.js`, { headers: { 'accept-encoding': 'identity' } })
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await plain.text()).toBe(BUILT_SCRIPT)
  })

  it('is not sent again while it is the same', async () => {
    const { url } = await start()
    const etag = (await fetch(`${url}/favicon.svg`)).headers.get('etag') ?? ''
    const again = await fetch(`${url}/favicon.svg`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  })

  it.each(['/assets/gone-abc123.js', '/assets/index-abc123.js.br', '/package.json', '/logo.png'])(
    'has nothing at %s',
    async (path) => {
      const { url } = await start()
      const answer = await fetch(url + path)
      expect(answer.status).toBe(404)
      expect(answer.headers.get('content-type')).toContain('application/json')
    },
  )

  it('gives no document to a request for data', async () => {
    const { url } = await start()
    expect((await fetch(`${url}/requests`, { headers: { accept: 'application/json' } })).status).toBe(404)
  })

  it.each(['/mockServiceWorker.js', '/sw.js', '/scripts/worker'])(
    'replaces the service worker of another app at %s by one that removes itself',
    async (path) => {
      const { url } = await start()
      const answer = await fetch(url + path, { headers: { 'service-worker': 'script' } })
      expect(answer.headers.get('content-type')).toContain('text/javascript')
      expect(answer.headers.get('cache-control')).toBe('no-store')
      expect(await answer.text()).toContain('registration.unregister()')
    },
  )

  it('has no service worker of its own', async () => {
    const { url } = await start()
    expect((await fetch(`${url}/mockServiceWorker.js`)).status).toBe(404)
  })

  it('answers HEAD without a body', async () => {
    const { url } = await start()
    const answer = await fetch(`${url}/`, { ...page, method: 'HEAD' })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('')
  })

  it('stops the start with a clear sentence when it is missing', () => {
    expect(() => readStaticFiles('/no/such/folder')).toThrow(
      'The built console is missing: run "npm run build" first.',
    )
  })
})
