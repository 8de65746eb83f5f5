import { once } from 'node:events'
import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { listen, prepareStop } from './listen.ts'
import { createPublicServer } from './public-server.ts'
import { jsonAnswer, startRawUpstream } from '#gateway/testing/raw-upstream.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'

const MIRRORS = '/rest/mirroring/latest/mirrorServers'

describe('a gateway', () => {
  it('reports clearly that its port is taken', async () => {
    const { url } = await runningGateway('http://127.0.0.1:1')
    const { port } = new URL(url)
    await expect(runningGateway('http://127.0.0.1:1', { env: { PORT: port } })).rejects.toMatchObject({
      name: 'ConfigError',
      message: `Port ${port} is taken by another program: stop it, or set PORT to a free port.`,
    })
  })

  it('stops at once although a socket is open on which nothing was asked', async () => {
    const gateway = await runningGateway('http://127.0.0.1:1')
    const { hostname, port } = new URL(gateway.url)
    const idle = connect(Number(port), hostname)
    const closed = new Promise((resolve) => idle.once('close', () => resolve('closed')))
    await new Promise((resolve) => idle.once('connect', resolve))
    await fetch(`${gateway.url}/-/health`)
    await gateway.close(60_000)
    expect(await closed).toBe('closed')
  })

  it('finishes what is under way before it stops', async () => {
    const asked = Promise.withResolvers<() => void>()
    const upstream = await startRawUpstream((_request, socket) => {
      asked.resolve(() => socket.write(jsonAnswer({ values: [] })))
    })
    const gateway = await runningGateway(upstream.url)
    const cookie = await gateway.cookieOf('admin', 'Bearer x')
    const answer = fetch(gateway.url + MIRRORS, { headers: { cookie } })
    const release = await asked.promise
    const stopped = gateway.close(60_000)
    release()
    expect(await (await answer).json()).toEqual({ values: [] })
    await stopped
  })

  it('lets a slow reader finish an answer that was written already', async () => {
    const server = createPublicServer((_request, response) => response.end('a'.repeat(30_000_000)))
    const stop = prepareStop(server)
    const slow = connect(await listen(server, '127.0.0.1', 0, 'PORT'), '127.0.0.1')
    slow.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    await once(slow, 'readable')
    const stopped = stop(60_000)
    let received = 0
    slow.on('data', (chunk: Buffer) => (received += chunk.length))
    await Promise.all([once(slow, 'close'), stopped])
    expect(received).toBeGreaterThan(30_000_000)
  })

  it('answers what still waits at the deadline: a browser sends a write again that got no answer', async () => {
    const upstream = await startRawUpstream(() => undefined)
    const gateway = await runningGateway(upstream.url)
    const cookie = await gateway.cookieOf('admin', 'Bearer x')
    const answer = fetch(gateway.url + MIRRORS, { headers: { cookie } })
    await expect.poll(() => upstream.received).toHaveLength(1)
    const [, { status }] = await Promise.all([gateway.close(10), answer])
    expect(status).toBe(502)
  })

  it('cuts after the deadline a client that does not read what was written', async () => {
    const server = createPublicServer((_request, response) => response.end('a'.repeat(30_000_000)))
    const stop = prepareStop(server)
    const stuck = connect(await listen(server, '127.0.0.1', 0, 'PORT'), '127.0.0.1')
    stuck.on('error', () => undefined)
    stuck.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    await once(stuck, 'readable')
    await expect(stop(10)).resolves.toBeUndefined()
    stuck.destroy()
  })
})
