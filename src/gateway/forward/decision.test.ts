import { describe, expect, it } from 'vitest'
import type { Operation } from '#contract/operation.ts'
import { operations } from '#contract/operations.ts'
import { jsonAnswer } from '#gateway/testing/raw-upstream.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'
import { signedInGateway } from '#gateway/testing/signed-in-gateway.ts'
import { WRITE_BODIES } from '#gateway/testing/write-bodies.ts'
import { idsInBody } from './decision.ts'

const writes = Object.entries<Operation>(operations).filter(([, { method }]) => method !== 'GET')

/** What each write is about, where every id in a path is 7. */
const IDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  setPreferredMirror: { mirrorId: 'B0F5' },
  clearPreferredMirror: {},
  authenticate: {},
  updateMirror: { mirrorId: '7' },
  removeMirror: { mirrorId: '7' },
  publishEvent: { mirrorId: '7', upstreamRepoId: '1' },
  createRequest: { mirrorId: 'B0F5' },
  deleteRequest: { mirroringRequestId: '7' },
  acceptRequest: { mirroringRequestId: '7' },
  rejectRequest: { mirroringRequestId: '7' },
}

const ACCEPT = '/rest/mirroring/latest/requests/7/accept'
const refused = (status: string) =>
  `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: 13\r\n\r\n{"errors":[]}`

describe('the decision log', () => {
  it.each(writes)('has a line of %s, with who and what and without the body', async (name, row) => {
    const { gateway, ask } = await signedInGateway(jsonAnswer({ id: 1 }))
    const body = row.body === undefined ? null : JSON.stringify(WRITE_BODIES[name])
    const answer = await ask(row.path.replaceAll(/\{\w+\}/g, '7'), {
      method: row.method,
      body,
      headers: body === null ? {} : { 'content-type': 'application/json' },
    })
    await answer.text()
    expect(gateway.decisions).toEqual([
      {
        kind: 'decision',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        requestId: answer.headers.get('x-request-id'),
        user: 'admin',
        userNamedBy: 'bitbucket',
        operation: name,
        ids: IDS[name],
        outcome: 'answered',
        status: 200,
      },
    ])
  })

  it.each([
    ['Bitbucket refuses it', refused('409 Conflict'), 'answered', 409],
    ['Bitbucket does not permit it', refused('403 Forbidden'), 'answered', 403],
    ['Bitbucket fails with it', refused('500 Internal Server Error'), 'answered', 500],
    [
      'something else answers',
      'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 4\r\n\r\n<p/>',
      'no-answer',
      null,
    ],
    ['the answer is broken off', 'HTTP/1.1 2', 'no-answer', null],
  ])('says what became of it: %s', async (_what, bytes, outcome, status) => {
    const { gateway, ask } = await signedInGateway(bytes, { timeouts: { totalMs: 500 } })
    await (await ask(ACCEPT, { method: 'POST' })).text()
    expect(gateway.decisions).toMatchObject([{ operation: 'acceptRequest', outcome, status }])
  })

  it('says that nothing was sent where the gateway refuses it', async () => {
    const { gateway, upstream, ask } = await signedInGateway(jsonAnswer({ id: 1 }))
    const init = { method: 'POST', headers: { 'x-mirror-console': '1-onekey' } }
    await ask(ACCEPT, { method: 'POST', headers: { 'x-mirror-console-session': 'another-session-' } })
    await ask(ACCEPT, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
    await ask(ACCEPT, init)
    await ask(ACCEPT, init)
    const outcomes = gateway.decisions.map(({ outcome, status }) => [outcome, status])
    expect(outcomes).toEqual([
      ['not-sent', null],
      ['not-sent', null],
      ['answered', 200],
      ['not-sent', null],
    ])
    expect(upstream.received).toHaveLength(1)
  })

  it('has no line of what was read, or of nobody', async () => {
    const { gateway, ask } = await signedInGateway(jsonAnswer({ values: [] }))
    await ask('/rest/mirroring/latest/mirrorServers')
    await ask(ACCEPT, { method: 'POST', headers: { cookie: '' } })
    expect(gateway.decisions).toEqual([])
  })

  it('says whose word a name is', async () => {
    const { upstream } = await signedInGateway(jsonAnswer({ id: 1 }))
    const gateway = await runningGateway(upstream.url)
    const cookie = await gateway.cookieOf('Access token', 'Bearer other', false)
    const headers = await gateway.writeHeadersOf(cookie)
    await fetch(gateway.url + ACCEPT, { method: 'POST', headers })
    expect(gateway.decisions).toMatchObject([{ user: 'Access token', userNamedBy: 'user' }])
  })

  it.each([
    ['authenticate', '{"mirrorId":"x","credentials":{"password":"secret"}}', {}],
    ['setPreferredMirror', JSON.stringify('x'.repeat(9999)), { mirrorId: 'x'.repeat(256) }],
    ['createRequest', '{"mirrorId":7,"addonDescriptorUri":"https://secret"}', {}],
    ['publishEvent', '{"upstreamRepoId":"12","mirrorRepoId":3}', { upstreamRepoId: '12' }],
  ] as const)('takes ids alone out of a body: %s', (operation, body, ids) => {
    expect(idsInBody(operation, Buffer.from(body))).toEqual(ids)
  })
})
