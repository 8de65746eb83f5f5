import { describe, expect, it } from 'vitest'
import { createReadyEndpoint } from './ready-endpoint.ts'

const UPSTREAM = 'https://bitbucket.example.com'

describe('whether the console is ready', () => {
  it('is checked once a second at most, for any number of callers', async () => {
    const clock = { now: 0 }
    let checks = 0
    const ready = createReadyEndpoint({
      upstream: UPSTREAM,
      now: () => clock.now,
      fetchUpstream: () => {
        checks += 1
        return Promise.resolve(Response.json({ version: '8.16.2' }, { status: checks === 1 ? 200 : 500 }))
      },
    })
    const first = await Promise.all([ready(), ready(), ready()])
    expect(first.map(({ status }) => status)).toEqual([200, 200, 200])
    clock.now += 999
    expect((await ready()).status).toBe(200)
    expect(checks).toBe(1)
    clock.now += 1
    expect((await ready()).status).toBe(503)
    expect(checks).toBe(2)
  })

  it('is checked once only while the upstream hangs', async () => {
    const clock = { now: 0 }
    const answer = Promise.withResolvers<Response>()
    let checks = 0
    const ready = createReadyEndpoint({
      upstream: UPSTREAM,
      now: () => clock.now,
      fetchUpstream: () => {
        checks += 1
        return answer.promise
      },
    })
    const first = ready()
    clock.now += 60_000
    const second = ready()
    answer.resolve(Response.json({}))
    expect([(await first).status, (await second).status]).toEqual([200, 200])
    expect(checks).toBe(1)
  })
})
