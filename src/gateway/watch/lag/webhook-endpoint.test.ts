import { describe, expect, it } from 'vitest'
import type { ReportedPush, ReportedSync } from '#gateway/watch/store/lag-store.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { pushBody, signedHeaders, syncBody, WEBHOOK_SECRET } from '#gateway/testing/webhook-bodies.ts'
import { createWebhookEndpoint } from './webhook-endpoint.ts'

const NOW = 1_700_000_000_000
const MINUTE = 60_000
const PUSH = pushBody(7, NOW - 5000)
const PING = '{"test":true}'

type Sent = { readonly body: string; readonly headers: Record<string, string>; readonly method?: string }

const setUp = (isBroken = false) => {
  const pushes: ReportedPush[] = []
  const syncs: ReportedSync[] = []
  const kept = (): Promise<void> => (isBroken ? Promise.reject(new Error('disk is full')) : Promise.resolve())
  const answer = createWebhookEndpoint({
    secret: WEBHOOK_SECRET,
    now: () => NOW,
    lag: {
      addPush: (push) => (pushes.push(push), kept()),
      addSync: (sync) => (syncs.push(sync), kept()),
    },
  })
  const send = async ({ body, headers, method = 'POST' }: Sent): Promise<number> => {
    const request = new Request('http://console.example.com/-/webhook', {
      method,
      headers,
      ...(method === 'POST' ? { body } : {}),
    })
    try {
      return (await answer(request)).status
    } catch (error) {
      if (error instanceof GatewayError) return error.status
      throw error
    }
  }
  return { send, pushes, syncs, used: () => pushes.length + syncs.length }
}

const signed = (body: string, more: Record<string, string> = {}): Sent => ({
  body,
  headers: { ...signedHeaders(body), ...more },
})

describe('a webhook', () => {
  it('of a push is kept by ids and time, and by no name', async () => {
    const { send, pushes } = setUp()
    expect(await send(signed(PUSH))).toBe(204)
    expect(pushes).toEqual([{ repositoryId: '7', projectId: '84', at: NOW - 5000, toldAt: NOW }])
  })

  it('of a synchronization is kept with its mirror', async () => {
    const { send, syncs } = setUp()
    expect(await send(signed(syncBody('B0F5-CS21', 7, NOW)))).toBe(204)
    expect(syncs).toEqual([
      { mirrorId: 'B0F5-CS21', repositoryId: '7', projectId: '84', at: NOW, toldAt: NOW },
    ])
  })

  it('without a project stands for its repository alone', async () => {
    const { send, pushes } = setUp()
    const body = JSON.stringify({ eventKey: 'repo:refs_changed', date: NOW, repository: { id: '9' } })
    expect(await send(signed(body))).toBe(204)
    expect(pushes[0]?.projectId).toBe('repository 9')
  })

  it.each<[string, Sent]>([
    ['that tests the connection', signed(PING)],
    ['of a kind that is not needed', signed('{"eventKey":"pr:opened","date":"2017-09-19T09:58:11+1000"}')],
  ])('%s is answered, and changes nothing', async (_what, sent) => {
    const { send, used } = setUp()
    expect(await send(sent)).toBe(204)
    expect(used()).toBe(0)
  })

  it.each<[string, number, Sent]>([
    ['without a signature', 401, signed(PUSH, { 'x-hub-signature': '' })],
    ['that tests the connection, unsigned', 401, signed(PING, { 'x-hub-signature': '' })],
    ['signed with another secret', 401, { body: PUSH, headers: signedHeaders(PUSH, { secret: 'another' }) }],
    ['changed after it was signed', 401, { body: `${PUSH} `, headers: signedHeaders(PUSH) }],
    ['with half a signature', 401, signed(PUSH, { 'x-hub-signature': 'sha256=ab' })],
    ['with a signature of another kind', 401, signed(PUSH, { 'x-hub-signature': 'sha1=ab' })],
    ['with two signatures', 401, signed(PUSH, { 'x-hub-signature': `sha256=${'a'.repeat(64)}, x` })],
    ['that is no JSON, and unsigned', 401, { ...signed('nonsense'), headers: signedHeaders('other') }],
    ['that is no JSON', 400, signed('nonsense')],
    ['without anything in it', 400, signed('')],
    ['that is a list', 400, signed('[]', { 'x-event-key': 'repo:refs_changed' })],
    ['that is null', 400, signed('null', { 'x-event-key': 'repo:refs_changed' })],
    ['without an event', 400, signed('{}', { 'x-event-key': 'repo:refs_changed' })],
    ['nested without end', 400, signed('['.repeat(100_000))],
    ['that is no UTF-8', 400, signed('\u{FFFE}'.slice(1))],
    ['of a repository without an id', 400, signed(PUSH.replace('"id":7', '"id":null'))],
    ['of a repository whose id is a path', 400, signed(PUSH.replace('"id":7', '"id":"../7"'))],
    ['without a date', 400, signed(PUSH.replace('"date"', '"data"'))],
    ['of a mirror without an id', 400, signed(syncBody('', 7, NOW))],
    ['of sixteen minutes ago', 400, signed(pushBody(7, NOW - 16 * MINUTE))],
    ['of sixteen minutes from now', 400, signed(pushBody(7, NOW + 16 * MINUTE))],
    ['declared as a form', 415, signed(PUSH, { 'content-type': 'application/x-www-form-urlencoded' })],
    ['that is read', 405, { ...signed(PUSH), method: 'GET' }],
    ['that is put', 405, { ...signed(PUSH), method: 'PUT' }],
  ])('%s is refused with %i, and changes nothing', async (_what, status, sent) => {
    const { send, used } = setUp()
    expect(await send(sent)).toBe(status)
    expect(used()).toBe(0)
  })

  it('is used once, whether its bytes or its request id come again', async () => {
    const { send, used } = setUp()
    const first = signed(PUSH, { 'x-request-id': 'one' })
    expect(await send(first)).toBe(204)
    expect(await send(first)).toBe(204)
    expect(await send(signed(PUSH, { 'x-request-id': 'two' }))).toBe(204)
    expect(await send(signed(pushBody(8, NOW), { 'x-request-id': 'one' }))).toBe(204)
    expect(used()).toBe(1)
    expect(await send(signed(pushBody(8, NOW), { 'x-request-id': 'three' }))).toBe(204)
    expect(used()).toBe(2)
  })

  it('that cannot be kept is refused, and may come again', async () => {
    const { send, used } = setUp(true)
    expect(await send(signed(PUSH))).toBe(503)
    expect(await send(signed(PUSH))).toBe(503)
    expect(used()).toBe(2)
  })
})
