import { once } from 'node:events'
import http from 'node:http'
import { onTestFinished, describe, expect, it } from 'vitest'
import { jsonAnswer, startRawUpstream } from '#gateway/testing/raw-upstream.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'

const STATUS = { state: 'SYNCHRONIZED', memberCount: '1', discovering: false, syncedRepos: 1, totalRepos: 1 }

/** Mirrors on one loopback server, by the first segment of their paths; those that hang never answer. */
const startMirrors = async (hangs: (key: string) => boolean) => {
  const asked: http.IncomingMessage[] = []
  const server = http.createServer((request, response) => {
    asked.push(request)
    if (!hangs(request.url?.split('/')[1] ?? '')) response.end(JSON.stringify(STATUS))
  })
  // On all addresses, so that each mirror can have a loopback address of its own.
  server.listen(0, '0.0.0.0')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { asked, addressOf: (key: string, host = '127.0.0.1') => `http://${host}:${port}/${key}` }
}

const beforeMirrors = async (mirrors: readonly { readonly id: string; readonly baseUrl: string }[]) => {
  const values = mirrors.map((mirror) => ({ ...mirror, name: mirror.id, enabled: true }))
  const upstream = await startRawUpstream((_request, socket) =>
    socket.write(jsonAnswer({ values, start: 0, limit: 100, isLastPage: true })),
  )
  const gateway = await runningGateway(upstream.url, { env: { MIRROR_NETWORKS: '127.0.0.0/8' } })
  const cookie = await gateway.cookieOf('admin', 'Bearer admin-token')
  const ask = (signal?: AbortSignal) =>
    fetch(`${gateway.url}/-/fleet`, { headers: { cookie }, ...(signal ? { signal } : {}) })
  return { ask, upstream, gateway }
}

/** Ids of mirrors in the order of their lines, until `count` have come. */
const firstIds = async (answer: Response, count: number): Promise<readonly string[]> => {
  let text = ''
  const decoder = new TextDecoder()
  const ids = () => [...text.matchAll(/"mirrorId":"([^"]+)"/g)].map(([, id]) => id ?? '')
  for await (const chunk of answer.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (ids().length >= count) break
  }
  return ids()
}

const many = (count: number) => Array.from({ length: count }, (_, at) => `m${at}`)

describe('the status of the fleet over sockets', () => {
  it('comes from the mirrors that answer while thirty of a hundred hang, which twenty callers ask once', async () => {
    const hanging = new Set(many(30))
    const mirrors = await startMirrors((key) => hanging.has(key))
    // Each mirror has a host of its own: all of them are this machine.
    const { ask } = await beforeMirrors(
      many(100).map((id, at) => ({ id, baseUrl: mirrors.addressOf(id, `127.0.1.${at + 1}`) })),
    )
    const answers = await Promise.all(many(20).map(() => ask()))
    for (const answer of answers) {
      expect(answer.headers.get('content-type')).toBe('application/x-ndjson')
      expect(answer.headers.get('content-encoding')).toBeNull()
      expect(answer.headers.get('x-accel-buffering')).toBe('no')
    }
    for (const ids of await Promise.all(answers.map((answer) => firstIds(answer, 70)))) {
      expect(ids).toHaveLength(70)
      expect(ids.filter((id) => hanging.has(id))).toEqual([])
    }
    expect(mirrors.asked).toHaveLength(100)
  })

  it('is seen to be incomplete when the gateway stops meanwhile', async () => {
    const mirrors = await startMirrors((key) => key === 'b')
    const { ask, gateway } = await beforeMirrors(
      ['a', 'b'].map((id) => ({ id, baseUrl: mirrors.addressOf(id) })),
    )
    const answer = await ask()
    await expect.poll(() => mirrors.asked.length).toBe(2)
    await gateway.close(0)
    await expect(answer.text()).rejects.toThrow('terminated')
  })

  it('sends no credential, cookie or referrer to a mirror', async () => {
    const mirrors = await startMirrors(() => false)
    const { ask } = await beforeMirrors([{ id: 'a', baseUrl: mirrors.addressOf('a') }])
    await (await ask()).text()
    const [request] = mirrors.asked
    expect(request?.url).toBe('/a/status')
    expect(Object.keys(request?.headers ?? {}).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
    ])
  })

  it('ends the question to a mirror when the last caller leaves', async () => {
    const mirrors = await startMirrors(() => true)
    const { ask } = await beforeMirrors([{ id: 'a', baseUrl: mirrors.addressOf('a') }])
    const [first, second] = [new AbortController(), new AbortController()]
    const answers = [await ask(first.signal), await ask(second.signal)]
    await expect.poll(() => mirrors.asked.length).toBe(1)
    const socket = mirrors.asked[0]?.socket
    first.abort()
    expect(socket?.destroyed).toBe(false)
    second.abort()
    if (socket && !socket.closed) await once(socket, 'close')
    expect(mirrors.asked).toHaveLength(1)
    await Promise.allSettled(answers.map((answer) => answer.text()))
  })

  it.each([
    ['a loopback address that was not allowed', 'http://127.0.0.1:1/a', 'forbidden-address'],
    ['a metadata service', 'http://169.254.169.254/latest', 'forbidden-address'],
    ['an address with a user', 'http://admin:secret@10.0.0.1/', 'forbidden-address'],
    ['a file', 'file:///etc/passwd', 'forbidden-address'],
  ])('never asks %s', async (_what, baseUrl, failure) => {
    const values = [{ id: 'a', name: 'a', baseUrl, enabled: true }]
    const upstream = await startRawUpstream((_request, socket) =>
      socket.write(jsonAnswer({ values, start: 0, limit: 100, isLastPage: true })),
    )
    const gateway = await runningGateway(upstream.url)
    const cookie = await gateway.cookieOf('admin', 'Bearer admin-token')
    const answer = await fetch(`${gateway.url}/-/fleet`, { headers: { cookie } })
    const text = await answer.text()
    expect(text).toContain(`"failure":"${failure}"`)
    expect(text).not.toContain('secret')
  })
})
