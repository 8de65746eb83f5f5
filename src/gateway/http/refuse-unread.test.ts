import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPublicServer } from './public-server.ts'
import { listenOnLoopback } from '#gateway/testing/listen-on-loopback.ts'
import { rawRequest } from '#gateway/testing/raw-request.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'

describe('a request with more cookies than the console reads', () => {
  it.each([
    ['a page', 'text/html', /^content-type: text\/html/im, '<h1>Too many cookies</h1>'],
    ['data', 'application/json', /^content-type: application\/json/im, '"kind":"bad-request"'],
  ])('for %s is answered with an explanation', async (_name, accept, type, text) => {
    const { url } = await runningGateway('http://127.0.0.1:1')
    const answer = await rawRequest(
      url,
      `GET / HTTP/1.1\r\nHost: ${new URL(url).host}\r\nAccept: ${accept}\r\nCookie: ${'a=b; '.repeat(4000)}\r\n\r\n`,
    )
    expect(answer).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/)
    expect(answer).toMatch(type)
    expect(answer).toContain(text)
    expect(answer).toContain('delete the cookies of this host')
  })

  it('writes nothing into an earlier answer that is under way', async () => {
    const server = createPublicServer((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('begun')
    })
    const port = await listenOnLoopback(server)
    onTestFinished(() => {
      server.close()
    })
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.on('data', (chunk: Buffer) => {
      if (!received.includes('begun')) socket.write('no request at all\r\n\r\n')
      received += chunk.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n')
    await new Promise((resolve) => socket.once('close', resolve))
    expect(received.match(/HTTP\/1\.1/g)).toHaveLength(1)
    expect(received).toMatch(/begun$/)
  })
})
