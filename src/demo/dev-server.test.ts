import { describe, expect, it } from 'vitest'
import { startProgram } from './testing/start-program.ts'

describe('npm run dev', { timeout: 30_000 }, () => {
  it('has pages, endpoints and the API on one port, under the dev variant of the document policy', async () => {
    const program = startProgram('node_modules/vite/bin/vite.js', { PORT: '0', VITEST: '', NO_COLOR: '1' })
    const url = await program.waitForOutput(/Local:\s+(http:\/\/127\.0\.0\.1:\d+)/)
    const page = await fetch(`${url}/requests`, { headers: { accept: 'text/html' } })
    const policy = page.headers.get('content-security-policy') ?? ''
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? []
    expect(policy).toContain("require-trusted-types-for 'script'")
    const html = await page.text()
    expect(html).not.toContain('__CSP_NONCE__')
    expect(html.match(/<script/g)?.length).toBe(html.split(`nonce="${nonce}"`).length - 2)
    const session: unknown = await (await fetch(`${url}/-/session`)).json()
    expect(session).toMatchObject({ user: null, embedded: { accounts: expect.anything() } })
    expect((await fetch(`${url}/rest/api/latest/application-properties`)).status).toBe(200)
    expect((await fetch(`${url}/rest/api/latest/users`)).status).toBe(404)
    expect((await fetch(`${url}/src/app/paths.ts`)).headers.get('content-type')).toContain('javascript')
  })
})
