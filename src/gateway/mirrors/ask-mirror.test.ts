import { describe, expect, it } from 'vitest'
import { createMirrorAsker } from './ask-mirror.ts'
import { NO_MIRROR_NETWORKS, readMirrorNetworks } from './mirror-networks.ts'
import { jsonAnswer, jsonHead, startRawUpstream } from '#gateway/testing/raw-upstream.ts'

const LOOPBACK = readMirrorNetworks('127.0.0.0/8')
const ask = createMirrorAsker({ networks: LOOPBACK, timeoutMs: 200 })

describe('a mirror that is asked', () => {
  it('is asked by the link as given, without credentials or cookies', async () => {
    const mirror = await startRawUpstream((_request, socket) =>
      socket.write(jsonAnswer({ available: true }, 'date: Mon, 23 Nov 2026 10:00:00 GMT\r\n')),
    )
    expect(await ask(new URL(`${mirror.url}/rest/mirroring/1.0/repos/1?jwt=a.b.c`))).toEqual({
      kind: 'replied',
      status: 200,
      date: 'Mon, 23 Nov 2026 10:00:00 GMT',
      body: '{"available":true}',
    })
    const [head = ''] = mirror.received
    expect(head).toMatch(/^GET \/rest\/mirroring\/1\.0\/repos\/1\?jwt=a\.b\.c HTTP\/1\.1\r\n/)
    expect(head).not.toMatch(/^(?:authorization|cookie|referer)/im)
  })

  it.each([
    [
      'redirects',
      'HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:1/\r\ncontent-length: 0\r\n\r\n',
      'redirected',
      302,
    ],
    ['announces too much', jsonHead(65_537), 'too-large', 200],
    ['sends too much', `HTTP/1.1 200 OK\r\n\r\n${'a'.repeat(70_000)}`, 'too-large', 200],
    [
      'compresses',
      'HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}',
      'unreadable',
      200,
    ],
    ['does not answer in HTTP', 'SSH-2.0-OpenSSH_9.6\r\n\r\n', 'unreadable', null],
    ['never answers', '', 'timed-out', null],
    ['stops in the body', jsonHead(100), 'timed-out', null],
  ])('and %s is reported by kind', async (_name, bytes, failure, status) => {
    const mirror = await startRawUpstream((_request, socket) => socket.write(bytes))
    const reply = await ask(new URL(`${mirror.url}/?jwt=canary`))
    expect(reply).toMatchObject({ kind: 'failed', failure, status })
    expect(JSON.stringify(reply)).not.toContain('canary')
  })

  it('and closes is unreachable, as is a closed port', async () => {
    const mirror = await startRawUpstream((_request, socket) => socket.destroy())
    expect(await ask(new URL(mirror.url))).toMatchObject({ failure: 'unreachable', detail: 'ECONNRESET' })
    expect(await ask(new URL('http://127.0.0.1:1'))).toMatchObject({
      failure: 'unreachable',
      detail: 'ECONNREFUSED',
    })
  })

  it('and breaks off in the body is unreachable', async () => {
    const mirror = await startRawUpstream((_request, socket) => socket.end(jsonHead(100)))
    expect(await ask(new URL(mirror.url))).toMatchObject({ failure: 'unreachable', detail: 'ECONNRESET' })
  })

  it('and has no TLS where there should be some is not trusted', async () => {
    const mirror = await startRawUpstream((_request, socket) => socket.end('HTTP/1.1 400 No\r\n\r\n'))
    // The first TLS connection of a process reads all authorities, which can take longer than the short limit.
    const patient = createMirrorAsker({ networks: LOOPBACK })
    expect(await patient(new URL(mirror.url.replace('http:', 'https:')))).toMatchObject({
      failure: 'certificate',
    })
  })

  it('has a name that the resolver does not know', async () => {
    const unknown = createMirrorAsker({
      networks: NO_MIRROR_NETWORKS,
      resolve: () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' })),
    })
    expect(await unknown(new URL('http://mirror.example.com'))).toMatchObject({
      failure: 'unreachable',
      detail: 'ENOTFOUND',
    })
  })

  it('has a name that takes too long to find', async () => {
    const slow = createMirrorAsker({
      networks: NO_MIRROR_NETWORKS,
      timeoutMs: 20,
      resolve: () => new Promise(() => undefined),
    })
    expect(await slow(new URL('http://mirror.example.com'))).toMatchObject({ failure: 'timed-out' })
  })
})
