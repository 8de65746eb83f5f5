import { describe, expect, it } from 'vitest'
import { operations } from '#contract/operations.ts'
import { jsonAnswer } from '#gateway/testing/raw-upstream.ts'
import { OWN_HEADERS } from '#gateway/testing/running-gateway.ts'
import { signedInGateway } from '#gateway/testing/signed-in-gateway.ts'

const MARK = 'x-mirror-console-session'

/** One example of every write that has no body, and of the gateway's own. */
const WRITES = [
  ['POST', '/rest/mirroring/latest/requests/7/accept'],
  ['POST', '/rest/mirroring/latest/requests/7/reject'],
  ['DELETE', '/rest/mirroring/latest/requests/7'],
  ['DELETE', '/rest/mirroring/latest/mirrorServers/B0F5'],
  ['DELETE', operations.clearPreferredMirror.path],
  ['POST', '/-/probe'],
  ['POST', '/-/fleet'],
  ['GET', '/rest/mirroring/latest/mirrorServers/B0F5/token'],
  ['GET', '/-/panel/B0F5'],
  ['DELETE', '/-/session'],
] as const

describe('a page of another session', () => {
  it.each(WRITES)('is refused %s %s, and Bitbucket is not asked', async (method, path) => {
    const { ask, upstream } = await signedInGateway(jsonAnswer({ id: 1 }))
    const refused = await ask(path, { method, headers: { [MARK]: 'another-session1' } })
    expect(refused.status).toBe(403)
    expect(refused.headers.get('x-mirror-console-source')).toBe('gateway')
    expect(await refused.json()).toMatchObject({ kind: 'other-session' })
    expect(upstream.received).toEqual([])
  })

  it.each(WRITES.filter(([method]) => method !== 'GET'))(
    'is refused %s %s without a mark, and says to load the page again',
    async (method, path) => {
      const { cookie, gateway, upstream } = await signedInGateway(jsonAnswer({ id: 1 }))
      const refused = await fetch(gateway.url + path, { method, headers: { ...OWN_HEADERS, cookie } })
      expect(refused.status).toBe(403)
      expect(await refused.json()).toMatchObject({
        kind: 'unmarked-write',
        errors: [{ message: expect.stringContaining('Load the page again') }],
      })
      expect(upstream.received).toEqual([])
    },
  )

  it('is answered with the mark of the session that was used, and accepts it next time', async () => {
    const { ask } = await signedInGateway(jsonAnswer({ id: 1 }))
    const first = await ask('/rest/mirroring/latest/mirrorServers/B0F5')
    const mark = first.headers.get(MARK) ?? ''
    expect(mark).toMatch(/^[\w-]{16}$/)
    const next = await ask('/rest/mirroring/latest/mirrorServers/B0F5', { headers: { [MARK]: mark } })
    expect(next.status).toBe(200)
  })
})

describe('every answer of the gateway', () => {
  it.each([
    ['a page', '/mirrors', 'gateway'],
    ['a file', '/assets/none.js', 'gateway'],
    ['an unknown address', '/-/nothing', 'gateway'],
    ['no row of the contract', '/rest/none', 'gateway'],
    ['a bent path', '/rest/..%2f', 'gateway'],
    ['health', '/-/health', 'gateway'],
    ['the session', '/-/session', 'gateway'],
    ['an answer of Bitbucket', '/rest/mirroring/latest/mirrorServers/B0F5', 'upstream'],
  ])('says who wrote it: %s', async (_what, path, source) => {
    const { ask } = await signedInGateway(jsonAnswer({ id: 1 }))
    expect((await ask(path)).headers.get('x-mirror-console-source')).toBe(source)
  })
})
