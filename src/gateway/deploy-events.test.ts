import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { HEARTBEAT_MS, LAST_EVENT_HEADER } from '#contract/events.ts'
import { behindProxy, DEPLOY, startHaproxy, startNginx } from './testing/behind-proxy.ts'
import { eventReader } from './testing/event-reader.ts'
import { mayTry } from './testing/may-try.ts'
import { OWN_HEADERS } from './testing/running-gateway.ts'

describe('the time that a proxy waits for more of an answer', () => {
  it.each([
    ['nginx.conf', /proxy_read_timeout (\d+)s;/],
    ['haproxy.cfg', /timeout server (\d+)s/],
    ['haproxy.cfg', /timeout client (\d+)s/],
  ])('is longer in %s than that between two signs of life (%s)', (name, setting) => {
    const [, seconds] = setting.exec(readFileSync(join(DEPLOY, name), 'utf8')) ?? []
    expect(Number(seconds) * 1000).toBeGreaterThan(2 * HEARTBEAT_MS)
  })
})

describe.each([
  ['nginx', startNginx],
  ['haproxy', startHaproxy],
])('events behind %s', { timeout: 60_000 }, (name, startProxyAt) => {
  it.skipIf(!mayTry(name))(
    'come at once, go on between rounds, say that another replica does not know them, and end with their replica',
    async () => {
      const { url, ask, replicas } = await behindProxy(startProxyAt, 'calm', true)
      const signedIn = await ask('/-/session', {
        method: 'POST',
        headers: { ...OWN_HEADERS, 'content-type': 'application/json', origin: url },
        body: '{"username":"jcitizen","password":"jcitizen"}',
      })
      const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
      const open = async (lastId?: string) => {
        const headers = { cookie, ...(lastId !== undefined && { [LAST_EVENT_HEADER]: lastId }) }
        const answer = await ask('/-/events', { headers })
        expect(answer.headers.get('content-type')).toBe('text/event-stream')
        expect(answer.headers.get('cache-control')).toBe('no-store')
        return eventReader(answer.body)
      }
      const stream = await open()
      expect(await stream.next()).toMatchObject({ event: 'hello' })
      const { id, mirrors } = await stream.nextNamed('fleet')
      expect(mirrors.length).toBeGreaterThan(0)
      // Each time the proxy takes one of the replicas, until it is the one that does not know the id.
      let elsewhere = await open(id)
      while ((await elsewhere.next())?.id === id) elsewhere = await open(id)
      expect(await elsewhere.next()).toMatchObject({ event: 'reset' })
      while (!/^: /m.test(stream.text())) expect(await stream.more()).toBe(true)
      for (const { program } of replicas) program.kill('SIGTERM')
      const rest = async () => {
        for (let event = await stream.next(); event !== null;) event = await stream.next()
      }
      await rest()
      expect(await Promise.all(replicas.map(({ program }) => program.ended))).toEqual([0, 0])
    },
  )
})
