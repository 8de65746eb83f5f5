import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createForwardLimit } from './forward/forward-limit.ts'
import { jsonAnswer, jsonHead, startRawUpstream } from './testing/raw-upstream.ts'
import { runningGateway } from './testing/running-gateway.ts'

const MIRRORS = '/rest/mirroring/latest/mirrorServers'
const isAbout = (request: string, word: string) => request.startsWith(`GET ${MIRRORS}/${word} `)

/** Opens a socket to the gateway, sends bytes and reads nothing; it ends with the test. */
const holdSocket = (url: string, bytes: string) => {
  const { hostname, port } = new URL(url)
  const socket = connect({ port: Number(port), host: hostname })
  socket.pause()
  socket.on('error', () => undefined)
  socket.write(bytes)
  onTestFinished(() => {
    socket.destroy()
  })
  return socket
}

/** A gateway of few places, before an upstream that keeps those waiting who ask for `held`. */
const crowded = async (limits: { readonly overall: number; readonly perUser: number }) => {
  const held = new Set<() => void>()
  const upstream = await startRawUpstream((request, socket) => {
    if (isAbout(request, 'held')) held.add(() => socket.write(jsonAnswer({ id: 'held' })))
    else socket.write(jsonAnswer({ id: 'quick' }))
  })
  const gateway = await runningGateway(upstream.url, { limits })
  const cookies = {
    alice: await gateway.cookieOf('alice', 'Bearer alice'),
    bob: await gateway.cookieOf('bob', 'Bearer bob'),
    unnamed: await gateway.cookieOf('Access token', 'Bearer one', false),
    'another unnamed': await gateway.cookieOf('Access token', 'Bearer other', false),
  }
  const ask = (who: keyof typeof cookies, word: string) =>
    fetch(`${gateway.url}${MIRRORS}/${word}`, { headers: { cookie: cookies[who] } })
  return { upstream, gateway, held, ask }
}

describe('a gateway with more to forward than it may', () => {
  it('answers immediately with 503 and when to try again; health, files and sessions stay fast', async () => {
    const { upstream, gateway, held, ask } = await crowded({ overall: 2, perUser: 2 })
    const waiting = [ask('alice', 'held'), ask('bob', 'held')]
    await expect.poll(() => upstream.received).toHaveLength(2)
    const startedAt = performance.now()
    const refused = await ask('alice', 'x')
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('1')
    expect(await refused.json()).toMatchObject({ kind: 'overloaded' })
    expect((await fetch(`${gateway.url}/-/health`)).status).toBe(200)
    expect((await fetch(`${gateway.url}/-/ready`)).status).toBe(200)
    expect((await fetch(`${gateway.url}/-/session`)).status).toBe(200)
    expect((await fetch(`${gateway.url}/favicon.svg`)).status).toBe(200)
    expect(performance.now() - startedAt).toBeLessThan(2000)
    for (const release of held) release()
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200])
    expect((await ask('alice', 'x')).status).toBe(200)
  })

  it.each([
    ['user', 'alice', 'bob'],
    ['user whose name a proxy removed', 'unnamed', 'another unnamed'],
  ] as const)('lets no %s take every place', async (_what, one, other) => {
    const { upstream, held, ask } = await crowded({ overall: 4, perUser: 1 })
    const waiting = ask(one, 'held')
    await expect.poll(() => upstream.received).toHaveLength(1)
    expect((await ask(one, 'x')).status).toBe(503)
    expect((await ask(other, 'x')).status).toBe(200)
    for (const release of held) release()
    expect((await waiting).status).toBe(200)
  })

  it('gives back the place of a browser that leaves', async () => {
    const { upstream, gateway, ask } = await crowded({ overall: 1, perUser: 1 })
    const cookie = await gateway.cookieOf('carol', 'Bearer carol')
    const host = new URL(gateway.url).host
    const socket = holdSocket(
      gateway.url,
      `GET ${MIRRORS}/held HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`,
    )
    await expect.poll(() => upstream.received).toHaveLength(1)
    socket.destroy()
    await expect.poll(async () => (await ask('bob', 'x')).status).toBe(200)
  })

  it('counts each leaving once', () => {
    const limit = createForwardLimit({ overall: 4, perUser: 2 })
    const leave = limit.enter('a')
    limit.enter('a')
    leave?.()
    leave?.()
    expect(limit.underWay()).toBe(1)
  })
})

describe('a slow peer', () => {
  it('that sends its body slowly and without end is cut off', async () => {
    const upstream = await startRawUpstream((_request, socket) => {
      socket.write(jsonHead(100_000))
      const trickle = setInterval(() => socket.write(' '), 10)
      socket.once('close', () => clearInterval(trickle))
    })
    const gateway = await runningGateway(upstream.url, { timeouts: { answerMs: 5000, totalMs: 100 } })
    const cookie = await gateway.cookieOf('admin', 'Bearer x')
    const answer = await fetch(gateway.url + MIRRORS, { headers: { cookie } })
    expect(answer.status).toBe(200)
    await expect(answer.text()).rejects.toThrow('terminated')
    await upstream.closed
  })

  it('that never begins within the whole time is a timeout', async () => {
    const upstream = await startRawUpstream(() => undefined)
    const gateway = await runningGateway(upstream.url, { timeouts: { totalMs: 50 } })
    const cookie = await gateway.cookieOf('admin', 'Bearer x')
    const answer = await fetch(gateway.url + MIRRORS, { headers: { cookie } })
    expect(answer.status).toBe(504)
    expect(await answer.json()).toMatchObject({ kind: 'upstream-timeout' })
  })

  it('that reads nothing loses its place, and does not delay others', async () => {
    const body = jsonAnswer({ values: 'a'.repeat(8_000_000) })
    const upstream = await startRawUpstream((request, socket) =>
      socket.write(isAbout(request, 'large') ? body : jsonAnswer({ id: 'quick' })),
    )
    const gateway = await runningGateway(upstream.url, {
      limits: { overall: 4, perUser: 2 },
      timeouts: { totalMs: 1000 },
    })
    const cookie = await gateway.cookieOf('admin', 'Bearer x')
    const host = new URL(gateway.url).host
    holdSocket(gateway.url, `GET ${MIRRORS}/large HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\n\r\n`)
    await expect.poll(() => upstream.received).toHaveLength(1)
    const quick = () => fetch(`${gateway.url}${MIRRORS}/quick`, { headers: { cookie } })
    expect((await quick()).status).toBe(200)
    await upstream.closed
    const answers = await Promise.all([quick(), quick()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  })

  it('that sends its head letter by letter on a hundred sockets delays no other client', async () => {
    const upstream = await startRawUpstream((_request, socket) => socket.write(jsonAnswer({ id: 'quick' })))
    const gateway = await runningGateway(upstream.url)
    const cookie = await gateway.cookieOf('admin', 'Bearer x')
    const sockets = Array.from({ length: 100 }, () => holdSocket(gateway.url, 'GET / HTTP/1.1\r\nx-a: '))
    const trickle = setInterval(() => {
      for (const socket of sockets) socket.write('a')
    }, 20)
    onTestFinished(() => clearInterval(trickle))
    const startedAt = performance.now()
    for (let round = 0; round < 20; round += 1) {
      expect((await fetch(`${gateway.url}${MIRRORS}/quick`, { headers: { cookie } })).status).toBe(200)
    }
    expect(performance.now() - startedAt).toBeLessThan(3000)
    expect(upstream.received).toHaveLength(20)
  })
})
