import { fileURLToPath } from 'node:url'
import { preview } from 'vite'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { documentPolicy } from '#gateway/document/document-policy.ts'
import { distFolder } from '#gateway/testing/dist-folder.ts'

/** `vite preview` with the project's own configuration, before a built app of the test. */
const startPreview = async () => {
  vi.stubEnv('PORT', '0').stubEnv('BITBUCKET_URL', '')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const server = await preview({
    configFile: fileURLToPath(new URL('../../vite.config.ts', import.meta.url)),
    logLevel: 'silent',
    build: { outDir: distFolder() },
  })
  onTestFinished(() => server.close())
  const address = server.httpServer.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`
}

describe('vite preview', { timeout: 30_000 }, () => {
  it('is the gateway: the same policy with a nonce of its own, the same headers, the same API', async () => {
    const url = await startPreview()
    const page = await fetch(`${url}/requests`, {
      headers: { accept: 'text/html', origin: 'http://localhost' },
    })
    const policy = page.headers.get('content-security-policy') ?? ''
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? []
    expect(policy).toBe(documentPolicy(nonce))
    expect((await page.text()).split(`nonce="${nonce}"`)).toHaveLength(3)
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    expect(page.headers.get('access-control-allow-origin')).toBeNull()
    const script = await fetch(`${url}/assets/index-abc123.js`)
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const session: unknown = await (await fetch(`${url}/-/session`)).json()
    expect(session).toMatchObject({ user: null, embedded: { accounts: expect.anything() } })
    expect((await fetch(`${url}/rest/api/latest/application-properties`)).status).toBe(200)
    expect((await fetch(`${url}/rest/api/latest/users`)).status).toBe(404)
    expect((await fetch(`${url}/package.json`)).status).toBe(404)
  })
})
