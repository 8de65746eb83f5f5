import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inMemory, START } from '#upstream/testing/in-memory.ts'
import type { SmallBitbucketOptions } from '#upstream/small-bitbucket.ts'
import { signBody } from './sign-body.ts'

const SECRET = 'a secret of ümläute'
const URL_OF_RECEIVER = 'http://console.test/-/webhook'
const never = new AbortController().signal

type Sent = { readonly request: Request; readonly text: string }

/** A world with a receiver, which keeps what it gets. */
const withReceiver = (options: Partial<SmallBitbucketOptions> = {}) => {
  const sent: Sent[] = []
  const world = inMemory({
    live: true,
    webhook: () => ({ url: URL_OF_RECEIVER, secret: SECRET }),
    sendWebhook: async (request) => {
      sent.push({ request, text: await request.text() })
      return new Response(null, { status: 204 })
    },
    ...options,
  })
  return {
    ...world,
    sent,
    /** Lets seconds pass as the one who serves it does. */
    live: async (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        world.pass(1_000)
        await world.small.sendWebhooks(never)
      }
    },
    of: (eventKey: string) => sent.filter(({ request }) => request.headers.get('x-event-key') === eventKey),
  }
}

describe('a signature', () => {
  it.each(['', '{}', JSON.stringify({ name: 'São Paulo 🚀' })])(
    'of %j is that of node:crypto',
    async (body) => {
      const expected = createHmac('sha256', SECRET).update(body).digest('hex')
      expect(await signBody(body, SECRET)).toBe(`sha256=${expected}`)
    },
  )
})

describe('webhooks', () => {
  it('tell of every push and of every mirror that followed, signed, once', async () => {
    const world = withReceiver()
    await world.live(120)
    expect(world.of('repo:refs_changed').length).toBeGreaterThan(15)
    expect(world.of('mirror:repo_synchronized').length).toBeGreaterThan(30)
    for (const { request, text } of world.sent) {
      expect([request.method, request.url]).toEqual(['POST', URL_OF_RECEIVER])
      expect(request.headers.get('content-type')).toBe('application/json; charset=utf-8')
      expect(request.headers.get('x-request-id')).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/)
      const digest = createHmac('sha256', SECRET).update(text).digest('hex')
      expect(request.headers.get('x-hub-signature')).toBe(`sha256=${digest}`)
    }
    expect(new Set(world.sent.map(({ request }) => request.headers.get('x-request-id'))).size).toBe(
      world.sent.length,
    )
  })

  it('have the documented form', async () => {
    const world = withReceiver()
    await world.live(30)
    const repository = {
      id: expect.any(Number),
      slug: expect.any(String),
      name: expect.any(String),
      project: expect.objectContaining({ key: expect.any(String) }),
    }
    const change = {
      ref: { id: 'refs/heads/main', displayId: 'main', type: 'BRANCH' },
      refId: 'refs/heads/main',
      fromHash: expect.stringMatching(/^[\da-f]{40}$/),
      toHash: expect.stringMatching(/^[\da-f]{40}$/),
      type: 'UPDATE',
    }
    const date = expect.stringMatching(/^2026-11-23T10:00:\d\d\+0000$/)
    const [push, synchronized] = ['repo:refs_changed', 'mirror:repo_synchronized'].map((key) =>
      JSON.parse(world.of(key)[0]?.text ?? 'null'),
    )
    expect(push).toEqual({
      eventKey: 'repo:refs_changed',
      date,
      actor: expect.objectContaining({ name: expect.any(String), displayName: expect.any(String) }),
      repository: expect.objectContaining(repository),
      changes: [change],
    })
    expect(synchronized).toEqual({
      eventKey: 'mirror:repo_synchronized',
      date,
      mirrorServer: { id: expect.any(String), name: expect.any(String) },
      syncType: 'INCREMENTAL',
      refLimitExceeded: false,
      repository: expect.objectContaining(repository),
      changes: [change],
    })
    expect(synchronized.changes).toEqual(push.changes)
    expect(Date.parse(push.date)).toBeGreaterThan(START)
  })

  it('without a secret are sent without a signature', async () => {
    const world = withReceiver({ webhook: () => ({ url: URL_OF_RECEIVER, secret: null }) })
    await world.live(10)
    expect(world.sent.length).toBeGreaterThan(0)
    expect(world.sent.some(({ request }) => request.headers.has('x-hub-signature'))).toBe(false)
  })

  it('are not sent by a still world, nor where nobody wants them', async () => {
    const still = withReceiver({ live: false })
    const unwanted = withReceiver({ webhook: () => null })
    await still.live(60)
    await unwanted.live(60)
    expect([...still.sent, ...unwanted.sent]).toEqual([])
  })

  it('that were due while nobody wanted them, or more than a minute ago, are not sent later', async () => {
    let isWanted = false
    const target = { url: URL_OF_RECEIVER, secret: SECRET }
    const world = withReceiver({ webhook: () => (isWanted ? target : null) })
    await world.live(60)
    isWanted = true
    await world.live(1)
    expect(world.of('repo:refs_changed').length).toBeLessThanOrEqual(1)
    world.pass(3_600_000)
    const before = world.sent.length
    await world.small.sendWebhooks(never)
    const pushes = world.of('repo:refs_changed').length
    expect(world.sent.length).toBeGreaterThan(before)
    expect(pushes).toBeLessThanOrEqual(12)
  })

  it.each([
    ['fails', async () => new Response(null, { status: 500 })],
    ['breaks the connection', () => Promise.reject(new TypeError('fetch failed'))],
  ])('are lost when the receiver %s, and begin again with the next', async (_how, answer) => {
    const asked: string[] = []
    let isBroken = true
    const world = withReceiver({
      sendWebhook: (request) => {
        asked.push(request.headers.get('x-request-id') ?? '')
        return isBroken ? answer() : Promise.resolve(new Response())
      },
    })
    world.pass(60_000)
    await world.small.sendWebhooks(never)
    expect(asked).toHaveLength(1)
    isBroken = false
    await world.live(30)
    expect(asked.length).toBeGreaterThan(5)
    expect(new Set(asked).size).toBe(asked.length)
  })

  it('are not sent twice at a time, and end when the server does', async () => {
    const signals: AbortSignal[] = []
    const world = withReceiver({
      sendWebhook: (request) => {
        signals.push(request.signal)
        return new Promise((_resolve, reject) => {
          request.signal.addEventListener('abort', () => reject(new Error('ended')))
        })
      },
    })
    const end = new AbortController()
    world.pass(20_000)
    const both = [world.small.sendWebhooks(end.signal), world.small.sendWebhooks(end.signal)]
    await expect.poll(() => signals.length).toBe(1)
    end.abort()
    await Promise.all(both)
    expect(signals).toHaveLength(1)
    expect(signals[0]?.aborted).toBe(true)
  })
})
