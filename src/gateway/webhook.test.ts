import { describe, expect, it, vi } from 'vitest'
import * as v from 'valibot'
import { history } from '#contract/history.ts'
import { openWatchStore } from '#gateway/watch/store/open-watch-store.ts'
import { jsonAnswer, startRawUpstream } from '#gateway/testing/raw-upstream.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'
import { seenRound } from '#gateway/testing/seen-round.ts'
import { pushBody, signedHeaders, syncBody, WEBHOOK_SECRET } from '#gateway/testing/webhook-bodies.ts'
import { createWebhookDoor } from './http/webhook-door.ts'

const TOKEN = 'Bearer token-of-the-watch'
const MB = 1_048_576

/** A Bitbucket with the mirrors a and b, of which nothing listens, before a gateway that takes webhooks. */
const startConsole = async (env: Record<string, string> = { WEBHOOK_SECRET }) => {
  const rows = ['a', 'b'].map((id) => ({ id, name: id, baseUrl: 'http://127.0.0.1:1', enabled: true }))
  const upstream = await startRawUpstream((_request, socket) =>
    socket.write(jsonAnswer({ values: rows, start: 0, limit: 100, isLastPage: true })),
  )
  const store = await openWatchStore({ kind: 'memory' })
  await store.addRound(seenRound(Date.now(), { a: 'healthy', b: 'healthy' }))
  const gateway = await runningGateway(upstream.url, { env, watching: { authorization: TOKEN, store } })
  const send = async (body: string, headers = signedHeaders(body), method = 'POST', path = '/-/webhook') => {
    const request = { method, headers, ...(method === 'GET' ? {} : { body }) }
    const { status } = await fetch(gateway.url + path, request)
    return status
  }
  const read = async () => {
    const cookie = await gateway.cookieOf('admin', TOKEN)
    const answer = await fetch(`${gateway.url}/-/history`, { headers: { cookie } })
    return new Map(v.parse(history, await answer.json()).mirrors.map((one) => [one.mirrorId, one.behind]))
  }
  return { ...gateway, send, read }
}

describe('a gateway that takes webhooks', () => {
  it('tells how far each mirror is behind, by what Bitbucket reports alone', async () => {
    const { send, read, log } = await startConsole()
    expect(await read()).toEqual(
      new Map([
        ['a', null],
        ['b', null],
      ]),
    )
    const now = Math.floor(Date.now() / 1000) * 1000
    for (const id of ['a', 'b']) expect(await send(syncBody(id, 1, now - 60_000))).toBe(204)
    expect(await send(pushBody(7, now - 30_000))).toBe(204)
    expect(await send(syncBody('a', 7, now - 20_000))).toBe(204)
    const behind = await read()
    expect(behind.get('a')).toMatchObject({
      kind: 'webhook',
      nowMs: 0,
      slowest: [{ repositoryId: '7', ms: 10_000 }],
    })
    expect(behind.get('b')).toMatchObject({ kind: 'webhook', p50Ms: null, slowest: [{ repositoryId: '7' }] })
    expect(behind.get('b')?.nowMs).toBeGreaterThanOrEqual(0)
    expect(log.map(({ route }) => route)).toContain('/-/webhook')
    expect(JSON.stringify(log)).not.toContain(WEBHOOK_SECRET)
  })

  it('takes nothing that is not signed, declared too large, or too large', async () => {
    const { send, read } = await startConsole()
    const push = pushBody(7, Date.now())
    const large = JSON.stringify({ eventKey: 'repo:refs_changed', more: 'x'.repeat(MB) })
    expect(await send(push, { 'content-type': 'application/json' })).toBe(401)
    expect(await send(push, signedHeaders(push, { secret: 'another' }))).toBe(401)
    expect(await send(large)).toBe(413)
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(new TextEncoder().encode(large))
        controller.close()
      },
    })
    const request = { method: 'POST', headers: signedHeaders(large), body: stream, duplex: 'half' as const }
    const { url } = await startConsole()
    expect((await fetch(`${url}/-/webhook`, request)).status).toBe(413)
    const whole = JSON.stringify({ eventKey: 'pr:opened', more: 'x'.repeat(MB - 100) })
    expect(await send(whole)).toBe(204)
    expect((await read()).get('a')).toBeNull()
  })

  it.each([
    ['GET', '/-/webhook', 405],
    ['PUT', '/-/webhook', 405],
    ['DELETE', '/-/webhook', 405],
    ['POST', '/-/webhook/', 403],
    ['POST', '/-/webhooks', 403],
    ['POST', '/-/WEBHOOK', 403],
    ['POST', '/-/session', 403],
    ['POST', '/-/probe', 403],
    ['DELETE', '/rest/mirroring/latest/mirrorServers/a', 403],
  ])('lets %s %s through to nothing for a signature: %i', async (method, path, status) => {
    const { send } = await startConsole()
    const push = pushBody(7, Date.now())
    expect(await send(push, signedHeaders(push), method, path)).toBe(status)
  })

  it('has no such door without a secret', async () => {
    const { send, read } = await startConsole({})
    expect(await send(syncBody('a', 1, Date.now()))).toBe(403)
    expect((await read()).get('a')).toBeNull()
  })
})

/** The door, asked by a signed webhook of so many bytes; `null` for one that does not say. */
const door = (now: () => number) => {
  const admit = createWebhookDoor(now)
  return (length: number | null) =>
    admit({
      headers: {
        'x-hub-signature': `sha256=${'a'.repeat(64)}`,
        ...(length === null ? {} : { 'content-length': String(length) }),
      },
    })
}

/** How many are let in, one after the other. */
const admitted = (enter: ReturnType<typeof door>, length: number | null): number => {
  for (let count = 0; ; count += 1) {
    try {
      enter(length)()
    } catch {
      return count
    }
  }
}

describe('the door for webhooks', () => {
  it('lets a burst in, fewer of large ones, and more after a while', () => {
    const now = vi.fn(() => 0)
    const enter = door(now)
    expect(admitted(enter, 4000)).toBe(1000)
    now.mockReturnValue(2000)
    expect(admitted(enter, 4000)).toBe(200)
    now.mockReturnValue(60_000)
    expect(admitted(enter, null)).toBe(30)
    now.mockReturnValue(0)
    expect(admitted(enter, null)).toBe(0)
  })

  it('lets eight in at once', () => {
    const enter = door(() => 0)
    const leaves = Array.from({ length: 8 }, () => enter(10))
    expect(() => enter(10)).toThrow('Too many requests are under way')
    leaves[0]?.()
    enter(10)()
  })
})
