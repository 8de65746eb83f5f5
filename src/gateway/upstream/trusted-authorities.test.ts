import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMirrorAsker } from '#gateway/mirrors/ask-mirror.ts'
import { readMirrorNetworks } from '#gateway/mirrors/mirror-networks.ts'
import { listenOnLoopback } from '#gateway/testing/listen-on-loopback.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'
import { selfSignedCertificate } from '#demo/self-signed-certificate.ts'
import { trustedAuthorities } from './trusted-authorities.ts'

/** A server whose certificate is signed by its own authority only. */
const startPrivateServer = async () => {
  const { cert, key } = selfSignedCertificate()
  const server = createServer({ cert, key }, (_request, response) => {
    response.setHeader('content-type', 'application/json').end('{"version":"8.16.2"}')
  })
  const port = await listenOnLoopback(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const folder = mkdtempSync(join(tmpdir(), 'mirror-console-ca-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'authority.pem')
  writeFileSync(file, cert)
  return { url: `https://127.0.0.1:${port}`, cert, file }
}

const VERSION = '/rest/api/latest/application-properties'

describe('a certificate of a private authority', () => {
  it('is not trusted, and the error says so', async () => {
    const { url } = await startPrivateServer()
    const gateway = await runningGateway(url)
    const answer = await fetch(gateway.url + VERSION)
    expect(answer.status).toBe(502)
    expect(await answer.json()).toMatchObject({ kind: 'upstream-certificate' })
    const ready = await fetch(`${gateway.url}/-/ready`)
    expect(await ready.json()).toEqual({ status: 'upstream-certificate' })
  })

  it('is trusted once BITBUCKET_CA_FILE names it', async () => {
    const { url, file } = await startPrivateServer()
    const gateway = await runningGateway(url, { env: { BITBUCKET_CA_FILE: file } })
    expect(await (await fetch(gateway.url + VERSION)).json()).toEqual({ version: '8.16.2' })
    expect((await fetch(`${gateway.url}/-/ready`)).status).toBe(200)
  })

  it('of a mirror is reported as such, not as a mirror that is down, and can be trusted too', async () => {
    const { url, cert } = await startPrivateServer()
    const networks = readMirrorNetworks('127.0.0.1')
    const careful = createMirrorAsker({ networks })
    expect(await careful(new URL(url))).toMatchObject({ failure: 'certificate' })
    const trusting = createMirrorAsker({ networks, authorities: trustedAuthorities(cert) })
    expect(await trusting(new URL(url))).toMatchObject({ kind: 'replied', status: 200 })
  })
})
