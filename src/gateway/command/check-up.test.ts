import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startEmbeddedBitbucket } from '#demo/embedded-bitbucket.ts'
import { selfSignedCertificate } from '#demo/self-signed-certificate.ts'
import type { Environment } from '#gateway/ops/config.ts'
import { distFolder } from '#gateway/testing/dist-folder.ts'
import { listenOnLoopback } from '#gateway/testing/listen-on-loopback.ts'
import { startRawUpstream } from '#gateway/testing/raw-upstream.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'
import { sessionKey } from '#gateway/testing/session-key.ts'
import { temporaryFolder } from '#gateway/testing/temporary-folder.ts'
import { checkUp, exitCodeOf } from './check-up.ts'
import { lineOfFinding } from './finding.ts'

const check = async (env: Environment, now = Date.now) => {
  const { findings } = await checkUp(env, distFolder(), now)
  return { lines: findings.map(lineOfFinding), exitCode: exitCodeOf(findings) }
}

const smallBitbucket = async (): Promise<string> => {
  const bitbucket = await startEmbeddedBitbucket({}, { upstream: 0, mirrors: 0, secure: null })
  onTestFinished(() => bitbucket.close(0))
  return bitbucket.upstream.href
}

const VERSION: RequestListener = (_request, response) =>
  response.setHeader('content-type', 'application/json').end('{"version":"9.4.1","displayName":"Bitbucket"}')

const secureBitbucket = async () => {
  const { cert, key } = selfSignedCertificate()
  const server = createSecureServer({ cert, key }, VERSION)
  const port = await listenOnLoopback(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const file = join(temporaryFolder(), 'authority.pem')
  writeFileSync(file, cert)
  return { url: `https://127.0.0.1:${port}`, file }
}

describe('a check', () => {
  it('of settings that are right says so of each, and exits with 0', async () => {
    const url = await smallBitbucket()
    const { lines, exitCode } = await check({ BITBUCKET_URL: url, WATCH_TOKEN: 'admin-token' })
    expect(lines).toEqual([
      'OK: The console itself is complete.',
      'OK: The settings can be read: BITBUCKET_URL, WATCH_TOKEN.',
      `OK: Bitbucket 8.16.2 answers at ${url}.`,
      expect.stringMatching(/^OK: Clocks of Bitbucket and this machine agree \(\d s apart\)\.$/),
      'OK: Bitbucket accepts WATCH_TOKEN, and lists mirrors to it.',
      'OK: Bitbucket lists mirroring requests to WATCH_TOKEN, so pending ones are counted.',
      'Note: PUBLIC_URL is not set: people on this machine alone reach the console, at http://127.0.0.1:7991.',
      'Note: WATCH_STORE is memory: what the watch saw is gone when the console ends.',
    ])
    expect(exitCode).toBe(0)
  })

  it.each([
    [{}, 'Wrong: BITBUCKET_URL must be given, for example https://bitbucket.example.com.'],
    [{ PORT: 'x' }, 'Wrong: PORT must be a number from 0 to 65535.'],
    [
      { BITBUCKET_URL: 'http://127.0.0.1:1' },
      'Wrong: Bitbucket does not answer at http://127.0.0.1:1: nothing listens at this address and port. Check both, and that it is running.',
    ],
    [
      {
        BITBUCKET_URL: 'http://127.0.0.1:1',
        PUBLIC_URL: 'http://127.0.0.1:1',
        SESSION_KEYS: sessionKey('a'),
      },
      'Wrong: PUBLIC_URL is the address of Bitbucket. Set it to the address of this console.',
    ],
  ])('of %j names what is wrong and what to do, and exits with 1', async (env, line) => {
    const { lines, exitCode } = await check(env)
    expect(lines).toContain(line)
    expect(exitCode).toBe(1)
  })

  it.each([
    [
      'nobody-token',
      'Wrong: Bitbucket does not accept WATCH_TOKEN: it was removed, has expired, or is not complete. Make a new one.',
    ],
    [
      'guest-token',
      'Wrong: The account of WATCH_TOKEN may not list mirrors. Give the account and the token the permission to read.',
    ],
    [
      'jcitizen-token',
      'Note: Bitbucket does not list mirroring requests to WATCH_TOKEN, so pending ones are not counted. That needs a system administrator, and Bitbucket may refuse it to any token. Everything else of the watch works without.',
    ],
  ])('says what the token %s may do, and does not repeat it', async (token, line) => {
    const { lines } = await check({ BITBUCKET_URL: await smallBitbucket(), WATCH_TOKEN: token })
    expect(lines).toContain(line)
    expect(lines.join('\n')).not.toContain(token)
  })

  it('says how to trust an authority of one’s own, and then that Bitbucket answers', async () => {
    const { url, file } = await secureBitbucket()
    expect((await check({ BITBUCKET_URL: url })).lines).toContain(
      `Wrong: Bitbucket does not answer at ${url}: its certificate is signed by an authority that is not known here. Name the file of that authority (PEM) with BITBUCKET_CA_FILE.`,
    )
    expect((await check({ BITBUCKET_URL: url, BITBUCKET_CA_FILE: file })).lines).toContain(
      `OK: Bitbucket 9.4.1 answers at ${url}.`,
    )
    const named = url.replace('127.0.0.1', 'localhost')
    expect((await check({ BITBUCKET_URL: named, BITBUCKET_CA_FILE: file })).lines).toContain(
      `Wrong: Bitbucket does not answer at ${named}: its certificate is for another host name. Use a name that the certificate has.`,
    )
  })

  it('tells TLS from none', async () => {
    const plain = createServer(VERSION)
    const port = await listenOnLoopback(plain)
    onTestFinished(() => {
      plain.closeAllConnections()
      plain.close()
    })
    const url = `https://127.0.0.1:${port}`
    expect((await check({ BITBUCKET_URL: url })).lines).toContain(
      `Wrong: Bitbucket does not answer at ${url}: it does not speak TLS at this port. Check the port, or whether the address begins with http://.`,
    )
  })

  it.each([
    ['HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>', 'is not Bitbucket'],
    ['HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}', 'is not Bitbucket'],
    ['HTTP/1.1 301 Moved\r\nlocation: /login\r\ncontent-length: 0\r\n\r\n', 'this one redirects elsewhere'],
    ['HTTP/1.1 503 No\r\ncontent-length: 0\r\n\r\n', 'Bitbucket answered 503 when asked for its version'],
    ['SSH-2.0-server\r\n', 'does not speak HTTP'],
  ])('of something else than Bitbucket (%j) is wrong', async (answer, words) => {
    const { url } = await startRawUpstream((_request, socket) => socket.end(answer))
    const { lines, exitCode } = await check({ BITBUCKET_URL: url })
    expect(lines.filter((line) => line.startsWith('Wrong:'))).toEqual([expect.stringContaining(words)])
    expect(exitCode).toBe(1)
  })

  it.each([
    [-40_000, /^Note: Bitbucket's clock is 4[01] s ahead of this machine's\. Set both by NTP\.$/],
    [3_600_000, /^Wrong: Bitbucket's clock is 3(?:599|600|601) s behind this machine's\. Set both by NTP\.$/],
  ])('says that the clocks are %d ms apart', async (aheadMs, line) => {
    const env = { BITBUCKET_URL: await smallBitbucket() }
    expect((await check(env, () => Date.now() + aheadMs)).lines).toContainEqual(expect.stringMatching(line))
  })

  it('says whether a console answers at PUBLIC_URL', async () => {
    const bitbucket = await smallBitbucket()
    const { url } = await runningGateway(bitbucket)
    const env = { BITBUCKET_URL: bitbucket, SESSION_KEYS: sessionKey('public') }
    expect((await check({ ...env, PUBLIC_URL: url })).lines).toContain(
      `OK: A running console answers at ${url}.`,
    )
    const { url: other } = await startRawUpstream((_request, socket) => socket.end('HTTP/1.1 404 No\r\n\r\n'))
    expect((await check({ ...env, PUBLIC_URL: other })).lines).toContainEqual(
      expect.stringMatching(/^Note: No console answers at /),
    )
  })
})
