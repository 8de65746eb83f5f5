import { describe, expect, it } from 'vitest'
import { createMirrorAsker } from './ask-mirror.ts'
import { createStatusChecks } from './status-checks.ts'
import { NO_MIRROR_NETWORKS, readMirrorNetworks } from './mirror-networks.ts'
import { HIDDEN_ADDRESSES, hostileResolve } from '#gateway/testing/hidden-addresses.ts'
import { jsonAnswer, startRawUpstream } from '#gateway/testing/raw-upstream.ts'

const careful = createMirrorAsker({
  networks: NO_MIRROR_NETWORKS,
  timeoutMs: 1000,
  resolve: hostileResolve,
})

const statusOf = createStatusChecks({ askMirror: careful, now: Date.now })

describe('a link to an internal address', () => {
  it('comes in more than 60 shapes', () => {
    expect(new Set(HIDDEN_ADDRESSES).size).toBeGreaterThanOrEqual(60)
  })

  it.each(HIDDEN_ADDRESSES)('is never asked: %s', async (link) => {
    const tripwire = await startRawUpstream((_request, socket) => socket.end(jsonAnswer({})))
    const url = link.replace('PORT', new URL(tripwire.url).port)
    const reply = await careful(new URL(url))
    expect(reply).toMatchObject({ kind: 'failed', failure: 'forbidden-address', status: null })
    // As the address of a mirror itself, which Bitbucket only lists.
    const { outcome } = await statusOf(url, { notBefore: 0, signal: new AbortController().signal })
    expect(outcome).toMatchObject({ kind: 'failed', failure: 'forbidden-address', status: null })
    expect(tripwire.received).toEqual([])
    expect(await Promise.race([tripwire.closed, Promise.resolve('no connection')])).toBe('no connection')
  })

  it('is asked when its host is named, at that port only', async () => {
    const mirror = await startRawUpstream((_request, socket) => socket.write(jsonAnswer({})))
    const { port } = new URL(mirror.url)
    const named = createMirrorAsker({ networks: readMirrorNetworks(`*.mirrors.localhost:${port}`) })
    expect(await named(new URL(`http://alpha.mirrors.localhost:${port}/`))).toMatchObject({ kind: 'replied' })
    expect(await named(new URL('http://alpha.mirrors.localhost:1/'))).toMatchObject({
      failure: 'forbidden-address',
      detail: 'loopback',
    })
    expect(await named(new URL(`http://mirrors.localhost:${port}/`))).toMatchObject({
      failure: 'forbidden-address',
    })
  })

  it('is not followed when an allowed mirror redirects there', async () => {
    const tripwire = await startRawUpstream((_request, socket) => socket.end(jsonAnswer({})))
    const mirror = await startRawUpstream((_request, socket) =>
      socket.end(`HTTP/1.1 307 Go\r\nlocation: ${tripwire.url}/\r\ncontent-length: 0\r\n\r\n`),
    )
    const { port } = new URL(mirror.url)
    const named = createMirrorAsker({ networks: readMirrorNetworks(`alpha.localhost:${port}`) })
    expect(await named(new URL(`http://alpha.localhost:${port}/`))).toMatchObject({ failure: 'redirected' })
    expect(tripwire.received).toEqual([])
  })
})
