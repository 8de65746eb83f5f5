import { describe, expect, it } from 'vitest'
import { MAX_PANEL } from '#contract/panel.ts'
import { endpointClient, UPSTREAM } from '#gateway/testing/endpoint-client.ts'
import { createFakeUpstream } from '#gateway/testing/fake-upstream.ts'
import { jsonHead } from '#gateway/testing/raw-upstream.ts'
import { signedInGateway } from '#gateway/testing/signed-in-gateway.ts'

const HTML = '<!doctype html><script>top.location = "http://evil.example.com"</script>'
const html = { 'content-type': 'text/html; charset=UTF-8', 'x-ausername': 'alice' }

/** A signed-in user, and an upstream that answers like this about a panel. */
const signedIn = async (answer: () => Response) => {
  const upstream = createFakeUpstream(answer)
  const client = endpointClient({ fetchUpstream: upstream.fetch })
  await client.send('POST', '/-/session', { token: 'alice-token' })
  upstream.asked.length = 0
  return { ...client, upstream }
}

/** A 404 in Bitbucket's own words. */
const refusal = (exceptionName: string) =>
  Response.json({ errors: [{ context: null, message: 'No', exceptionName }] }, { status: 404 })

describe('a mirror’s settings panel', () => {
  it('comes as data, never as a document', async () => {
    const { send, upstream } = await signedIn(() => new Response(HTML, { headers: html }))
    const answer = await send('GET', '/-/panel/B0F5-1')
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await answer.json()).toEqual({ kind: 'panel', html: HTML })
    const [asked] = upstream.asked
    expect(asked?.url).toBe(`${UPSTREAM}/rest/mirroring/latest/mirrorServers/B0F5-1/webPanels/config`)
    expect(asked?.headers.get('authorization')).toBe('Bearer alice-token')
  })

  it.each([
    ['a declared character set', 'text/html; charset=iso-8859-1', 'M\u00fcnchen'],
    ['an unknown character set', 'text/html; charset=klingon', 'M\ufffdnchen'],
  ])('is decoded by %s', async (_name, type, expected) => {
    const body = Uint8Array.from(Buffer.from('M\u00fcnchen', 'latin1'))
    const { send } = await signedIn(() => new Response(body, { headers: { 'content-type': type } }))
    expect(await (await send('GET', '/-/panel/B0F5')).json()).toEqual({ kind: 'panel', html: expected })
  })

  it.each([
    ['of 9.x', () => refusal('javax.ws.rs.NotFoundException'), 'not-offered'],
    ['of no mirror', () => refusal('com.atlassian.bitbucket.NoSuchMirrorException'), 'not-offered'],
    ['that is JSON', () => Response.json({}), 'not-html'],
    [
      'that is a picture',
      () => new Response('<svg/>', { headers: { 'content-type': 'image/svg+xml' } }),
      'not-html',
    ],
    [
      'that only begins like HTML',
      () => new Response('x', { headers: { 'content-type': 'text/html5' } }),
      'not-html',
    ],
    ['without a type', () => new Response(new Uint8Array(3)), 'not-html'],
    [
      'that is compressed',
      () => new Response('x', { headers: { ...html, 'content-encoding': 'gzip' } }),
      'not-html',
    ],
    ['that is too large', () => new Response('a'.repeat(MAX_PANEL + 1), { headers: html }), 'too-large'],
  ])('%s is reported by kind', async (_name, answer, failure) => {
    const { send } = await signedIn(answer)
    const answered = await send('GET', '/-/panel/B0F5')
    expect(answered.status).toBe(200)
    expect(await answered.json()).toEqual({ kind: 'failed', failure })
  })

  it.each([
    ['a 401 that is not Bitbucket’s', () => Response.json({}, { status: 401 }), 502, 'upstream-not-json'],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: '/login' } }),
      502,
      'upstream-redirect',
    ],
    ['an error page', () => new Response(HTML, { status: 500, headers: html }), 502, 'upstream-not-json'],
    [
      'an empty error',
      () => new Response(null, { status: 500, headers: { 'content-length': '0' } }),
      502,
      'upstream-not-json',
    ],
    [
      'a load balancer',
      () => new Response('no', { status: 503, headers: { ...html, 'retry-after': '7' } }),
      503,
      'upstream-busy',
    ],
  ])('that gets %s is an error', async (_name, answer, status, kind) => {
    const { send } = await signedIn(answer)
    const answered = await send('GET', '/-/panel/B0F5')
    expect(answered.status).toBe(status)
    expect(await answered.json()).toMatchObject({ kind })
  })

  it('without permission is refused with Bitbucket’s own message', async () => {
    const { send } = await signedIn(() =>
      Response.json({ errors: [{ message: 'No' }] }, { status: 401, headers: { 'x-ausername': 'alice' } }),
    )
    const answered = await send('GET', '/-/panel/B0F5')
    expect(answered.status).toBe(401)
    expect(answered.headers.get('x-ausername')).toBe('alice')
    expect(await answered.json()).toEqual({ errors: [{ message: 'No' }] })
  })

  it.each([
    ['GET', '/-/panel/a.b', 404],
    ['GET', '/-/panel/', 404],
    ['GET', '/-/panel/a/b', 404],
    ['POST', '/-/panel/B0F5', 405],
  ])('%s %s is %i, and Bitbucket is not asked', async (method, path, status) => {
    const { send, upstream } = await signedIn(() => new Response(HTML, { headers: html }))
    expect((await send(method, path)).status).toBe(status)
    expect(upstream.asked).toEqual([])
  })

  it('needs a session', async () => {
    const { send, jar, upstream } = await signedIn(() => new Response(HTML, { headers: html }))
    jar.cookie = ''
    expect((await send('GET', '/-/panel/B0F5')).status).toBe(401)
    expect(upstream.asked).toEqual([])
  })

  it('without end is cut off, and its log line names no mirror', async () => {
    const endless =
      jsonHead(1_073_741_824).replace('application/json', 'text/html') + 'a'.repeat(MAX_PANEL + 1)
    const { ask, upstream, gateway } = await signedInGateway(endless)
    const answered = await ask('/-/panel/B0F5')
    expect(await answered.json()).toEqual({ kind: 'failed', failure: 'too-large' })
    expect(answered.headers.get('content-security-policy')).toContain('sandbox')
    await upstream.closed
    await expect.poll(() => gateway.log.map(({ route }) => route)).toEqual(['/-/panel/{mirrorId}'])
  })
})
