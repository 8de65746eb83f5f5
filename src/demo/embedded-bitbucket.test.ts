import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { eventually } from '#demo/testing/eventually.ts'
import { createMirrorAsker } from '#gateway/mirrors/ask-mirror.ts'
import { trustedAuthorities } from '#gateway/upstream/trusted-authorities.ts'
import { certificateStateOf } from '#health/certificate-state.ts'
import { startEmbeddedBitbucket } from './embedded-bitbucket.ts'

type Received = { readonly key: unknown; readonly signature: unknown; readonly body: string }

/** A receiver of webhooks on a port of its own. */
const receive = async () => {
  const received: Received[] = []
  const take = async (request: IncomingMessage, response: ServerResponse) => {
    const { 'x-event-key': key, 'x-hub-signature': signature } = request.headers
    received.push({ key, signature, body: await text(request) })
    response.writeHead(204).end()
  }
  const server = createServer((request, response) => void take(request, response))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { received, url: `http://127.0.0.1:${port}/-/webhook` }
}

afterEach(() => {
  vi.useRealTimers()
})

describe('an embedded small Bitbucket', () => {
  it('that lives sends signed webhooks where it is told, until it is closed', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
    const { received, url } = await receive()
    const embedded = await startEmbeddedBitbucket({ EMBEDDED_LIVE: '1' })
    embedded.sendWebhooksTo({ url, secret: 'shared' })
    await vi.advanceTimersByTimeAsync(8_000)
    await eventually(() => expect(received.length).toBeGreaterThan(0))
    const [first] = received
    expect(first?.key).toBe('repo:refs_changed')
    const digest = createHmac('sha256', 'shared')
      .update(first?.body ?? '')
      .digest('hex')
    expect(first?.signature).toBe(`sha256=${digest}`)
    await embedded.close(0)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is still unless it is told to live', async () => {
    const embedded = await startEmbeddedBitbucket({})
    expect(embedded.isLive).toBe(false)
    await embedded.close(0)
  })

  it('has a mirror on https that is trusted by its authority alone, with a certificate that ends within 30 days', async () => {
    const embedded = await startEmbeddedBitbucket({})
    onTestFinished(() => embedded.close(0))
    const list = await fetch(`${embedded.upstream.href}/rest/mirroring/latest/mirrorServers`, {
      headers: { authorization: `Bearer ${embedded.watchToken ?? ''}` },
    })
    const address = /https:[^"]+/.exec(await list.text())?.[0] ?? ''
    const askWith = (certificates: string | null) =>
      createMirrorAsker({
        networks: embedded.mirrorNetworks,
        authorities: trustedAuthorities(certificates),
      })(new URL(`${address}/status`))
    const trusted = await askWith(embedded.certificates)
    expect(trusted).toMatchObject({ kind: 'replied', status: 200 })
    expect(certificateStateOf(trusted.certificateEnds ?? 0, Date.now())).toBe('ends-soon')
    expect(await askWith(null)).toMatchObject({ kind: 'failed', failure: 'certificate' })
  })
})
