import { once } from 'node:events'
import https from 'node:https'
import type { Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMirrorAsker } from './ask-mirror.ts'
import { readMirrorNetworks } from './mirror-networks.ts'
import { createStatusChecks } from './status-checks.ts'
import { listenOnLoopback } from '#gateway/testing/listen-on-loopback.ts'
import { jsonAnswer, jsonHead, startRawUpstream } from '#gateway/testing/raw-upstream.ts'
import { selfSignedCertificate } from '#demo/self-signed-certificate.ts'

const STATUS = { state: 'SYNCHRONIZED', memberCount: '3', discovering: false, syncedRepos: 1, totalRepos: 1 }

/** Asks real sockets. A mirror that is to be given up gets a short time, all others the usual one. */
const outcomeAt = async (baseUrl: string, timeoutMs?: number) => {
  const networks = readMirrorNetworks('127.0.0.0/8')
  const askMirror = createMirrorAsker({ networks, ...(timeoutMs === undefined ? {} : { timeoutMs }) })
  const check = createStatusChecks({ askMirror, now: Date.now })
  return (await check(baseUrl, { notBefore: 0, signal: new AbortController().signal })).outcome
}

const answering = (bytes: string) => (_request: string, socket: Socket) => socket.write(bytes)

/** Sends without end, as fast as it is read, until the other side closes. */
const endless = (head: string) => (_request: string, socket: Socket) => {
  socket.write(head)
  const chunk = 'a'.repeat(16_384)
  const more = () => {
    while (!socket.destroyed && socket.write(chunk));
    if (!socket.destroyed) socket.once('drain', more)
  }
  more()
}

/** One byte at a time: never silent, and never done. */
const dripping = (_request: string, socket: Socket) => {
  socket.write(jsonHead(10_000))
  const timer = setInterval(() => socket.write(' '), 5)
  socket.once('close', () => clearInterval(timer))
}

describe('a mirror that is asked for its status', () => {
  it('is read where it answers properly', async () => {
    const mirror = await startRawUpstream(answering(jsonAnswer(STATUS)))
    expect(await outcomeAt(`${mirror.url}/git/`)).toEqual({
      kind: 'answered',
      status: { ...STATUS, memberCount: 3 },
    })
    expect(mirror.received[0]).toMatch(/^GET \/git\/status HTTP\/1\.1\r\n/)
  })

  it.each([
    ['announces 1 GiB', answering(jsonHead(1_073_741_824)), 'too-large', 200],
    [
      'sends without end',
      endless('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n'),
      'too-large',
      200,
    ],
    ['has headers without end', endless('HTTP/1.1 200 OK\r\nx: '), 'too-large', null],
    [
      'redirects',
      answering('HTTP/1.1 302 No\r\nlocation: /login\r\ncontent-length: 0\r\n\r\n'),
      'redirected',
      302,
    ],
    ['sends a page', answering('HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>'), 'unreadable', 200],
    [
      'sends half a JSON',
      answering('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{"state":'),
      'unreadable',
      200,
    ],
    ['sends nothing', answering('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'), 'unreadable', 200],
    ['does not talk HTTP', answering('SSH-2.0-OpenSSH_9.6\r\n\r\n'), 'unreadable', null],
    [
      'compresses',
      answering('HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 2\r\n\r\n{}'),
      'unreadable',
      200,
    ],
    ['closes', (_request: string, socket: Socket) => socket.destroy(), 'unreachable', null],
    ['resets', (_request: string, socket: Socket) => socket.resetAndDestroy(), 'unreachable', null],
    ['breaks off', (_request: string, socket: Socket) => socket.end(jsonHead(100)), 'unreachable', null],
    ['fails', answering('HTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n'), 'failing', 500],
    ['is in maintenance', answering('HTTP/1.1 503 No\r\ncontent-length: 0\r\n\r\n'), 'maintenance', 503],
  ] as const)(
    'and %s is a failure of its kind, and its connection is closed',
    async (_what, answer, failure, status) => {
      const mirror = await startRawUpstream(answer)
      expect(await outcomeAt(mirror.url)).toMatchObject({ kind: 'failed', failure, status })
      await mirror.closed
      expect(mirror.received).toHaveLength(1)
    },
  )

  it.each([
    ['never answers', answering('')],
    ['drips', dripping],
  ])('and %s is given up, and its connection is closed', async (_what, answer) => {
    const mirror = await startRawUpstream(answer)
    expect(await outcomeAt(mirror.url, 200)).toMatchObject({ kind: 'failed', failure: 'timed-out' })
    await mirror.closed
  })

  it('and listens nowhere is unreachable', async () => {
    expect(await outcomeAt('http://127.0.0.1:1')).toMatchObject({
      failure: 'unreachable',
      detail: 'ECONNREFUSED',
    })
  })

  it('and has a certificate that is not trusted is asked nothing', async () => {
    const asked: string[] = []
    const server = https.createServer(selfSignedCertificate(), (request, response) => {
      asked.push(request.url ?? '')
      response.end(JSON.stringify(STATUS))
    })
    const port = await listenOnLoopback(server)
    onTestFinished(async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    })
    expect(await outcomeAt(`https://127.0.0.1:${port}`)).toMatchObject({
      kind: 'failed',
      failure: 'certificate',
    })
    expect(asked).toEqual([])
  })
})

describe('two mirrors with one address', () => {
  it('are asked once, and both get the answer', async () => {
    const mirror = await startRawUpstream(answering(jsonAnswer(STATUS)))
    const askMirror = createMirrorAsker({ networks: readMirrorNetworks('127.0.0.0/8') })
    const check = createStatusChecks({ askMirror, now: Date.now })
    const options = { notBefore: 0, signal: new AbortController().signal }
    const both = await Promise.all([check(mirror.url, options), check(`${mirror.url}/?x=1#y`, options)])
    expect(both[0]).toEqual(both[1])
    expect(mirror.received).toHaveLength(1)
  })
})
