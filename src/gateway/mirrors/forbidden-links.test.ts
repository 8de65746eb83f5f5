import { describe, expect, it } from 'vitest'
import { createMirrorAsker } from './ask-mirror.ts'
import { NO_MIRROR_NETWORKS, readMirrorNetworks } from './mirror-networks.ts'
import { jsonAnswer, startRawUpstream } from '#gateway/testing/raw-upstream.ts'

/** Names that a hostile DNS answers with an address inside. */
const RESOLVED: Readonly<Record<string, readonly string[]>> = {
  'rebound.example.com': ['127.0.0.1'],
  'mixed.example.com': ['10.0.0.1', '127.0.0.1'],
  'mixed-last.example.com': ['127.0.0.1', '8.8.8.8'],
  'mapped.example.com': ['::ffff:127.0.0.1'],
  'six.example.com': ['::1'],
  'nat64.example.com': ['64:ff9b::7f00:1'],
  'scoped.example.com': ['fe80::1%lo'],
  'zero.example.com': ['0.0.0.0'],
  'metadata.example.com': ['169.254.169.254'],
  'broadcast.example.com': ['255.255.255.255'],
  'nonsense.example.com': ['localhost'],
}

const HIDDEN = [
  // Loopback as it is, by name, and with the dot of a complete name.
  'http://127.0.0.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://localhost:PORT/',
  'http://localhost.:PORT/',
  'http://LOCALHOST:PORT/',
  'http://mirror.localhost:PORT/',
  'http://mirror.localhost.:PORT/',
  'http://127.127.127.127:PORT/',
  'http://127.255.255.254:PORT/',
  // The same in the notations that old resolvers read.
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.0.0.1:PORT/',
  'http://0x7f.1:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://017700000001:PORT/',
  'http://0177.0.0x1:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://0.1.2.3:PORT/',
  // The same in IPv6, and in what carries IPv4 inside IPv6.
  'http://[::1]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[0000::0001]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[::ffff:0:127.0.0.1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://[64:ff9b:1::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://[2001:0:1:2:3:4:80ff:fffe]:PORT/',
  // The same in letters that a browser takes for digits and dots.
  'http://\u2460\u2461\u2466.0.0.1:PORT/',
  'http://\uff11\uff12\uff17.0.0.1:PORT/',
  'http://127\u30020\u30020\u30021:PORT/',
  'http://127%2e0%2e0%2e1:PORT/',
  'http://%6c%6f%63%61%6c%68%6f%73%74:PORT/',
  'http://\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3:PORT/',
  // Metadata, the link, and addresses of many.
  'http://169.254.169.254/latest/meta-data/',
  'http://2852039166/latest/meta-data/',
  'http://0xa9fea9fe/latest/meta-data/',
  'http://[::ffff:a9fe:a9fe]/latest/meta-data/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://100.100.100.200/latest/meta-data/',
  'http://192.0.0.192/latest/',
  'http://168.63.129.16/metadata/',
  'http://169.254.1.1:PORT/',
  'http://[fe80::1]:PORT/',
  'http://[fec0::1]:PORT/',
  'http://224.0.0.1:PORT/',
  'http://[ff02::1]:PORT/',
  'http://255.255.255.255:PORT/',
  'http://240.0.0.1:PORT/',
  // Names with internal addresses.
  ...Object.keys(RESOLVED).map((name) => `http://${name}:PORT/`),
  'https://rebound.example.com:PORT/',
  // User-info, and other schemes.
  'http://user:password@127.0.0.1:PORT/',
  'http://mirror.example.com@127.0.0.1:PORT/',
  'http://user@mirror.example.com:PORT/',
  'http:127.0.0.1:PORT/',
  'http:\\\\127.0.0.1:PORT\\',
  'http://mirror.example.com\\@127.0.0.1:PORT/',
  'ftp://127.0.0.1:PORT/',
  'ws://127.0.0.1:PORT/',
  'gopher://127.0.0.1:PORT/_GET',
  'file:///etc/passwd',
  'data:text/html,x',
  'javascript:alert(1)',
  'blob:http://127.0.0.1:PORT/x',
  'about:blank',
]

const careful = createMirrorAsker({
  networks: NO_MIRROR_NETWORKS,
  timeoutMs: 1000,
  // A name that is in no list leads straight to the tripwire.
  resolve: (host) => Promise.resolve(RESOLVED[host] ?? ['127.0.0.1']),
})

describe('a link to an internal address', () => {
  it('comes in more than 60 shapes', () => {
    expect(new Set(HIDDEN).size).toBeGreaterThanOrEqual(60)
  })

  it.each(HIDDEN)('is never asked: %s', async (link) => {
    const tripwire = await startRawUpstream((_request, socket) => socket.end(jsonAnswer({})))
    const url = link.replace('PORT', new URL(tripwire.url).port)
    const reply = await careful(new URL(url))
    expect(reply).toMatchObject({ kind: 'failed', failure: 'forbidden-address', status: null })
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
