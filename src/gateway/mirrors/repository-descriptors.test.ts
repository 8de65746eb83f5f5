import { describe, expect, it } from 'vitest'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { endpointClient } from '#gateway/testing/endpoint-client.ts'
import { createFakeUpstream } from '#gateway/testing/fake-upstream.ts'

const PROBE = '/-/probe'

describe('a list of mirrors that cannot be read', () => {
  it.each([
    [409, { 'x-ausername': 'alice' }],
    [404, { 'x-ausername': 'alice' }],
    [401, { 'x-ausername': 'alice' }],
  ])('%i is passed on with Bitbucket’s own message', async (status, headers) => {
    const upstream = createFakeUpstream(() =>
      Response.json({ errors: [{ message: 'm' }] }, { status, headers }),
    )
    const { send } = endpointClient({ fetchUpstream: upstream.fetch })
    await send('POST', '/-/session', { token: 'alice-token' })
    const answers = await Promise.all(
      ['a', 'b'].map((mirrorId) => send('POST', PROBE, { mirrorId, repositoryId: '1' })),
    )
    for (const answer of answers) {
      expect(answer.status).toBe(status)
      expect(answer.headers.get('x-ausername')).toBe('alice')
      expect(await answer.json()).toEqual({ errors: [{ message: 'm' }] })
    }
  })

  it.each([
    ['a 401 that is not Bitbucket’s', () => Response.json({}, { status: 401 }), 502, 'upstream-not-json'],
    [
      'a page for people',
      () => new Response('<a>', { headers: { 'content-type': 'text/html' } }),
      502,
      'upstream-not-json',
    ],
    ['JSON of another kind', () => Response.json({ jwt: 'canary' }), 502, 'upstream-not-json'],
    [
      'no answer in time',
      () => {
        throw new GatewayError('upstream-timeout')
      },
      504,
      'upstream-timeout',
    ],
  ])('%s is an error of its own', async (_name, answer, status, kind) => {
    const upstream = createFakeUpstream(answer)
    const { send } = endpointClient({ fetchUpstream: async (request) => upstream.fetch(request) })
    await send('POST', '/-/session', { token: 'alice-token' })
    const failed = await send('POST', PROBE, { mirrorId: 'a', repositoryId: '1' })
    expect(failed.status).toBe(status)
    const text = await failed.text()
    expect(JSON.parse(text)).toMatchObject({ kind })
    expect(text).not.toContain('canary')
  })
})
