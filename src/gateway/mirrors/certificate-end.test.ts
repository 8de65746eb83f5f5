import { createServer } from 'node:https'
import { describe, expect, it, onTestFinished } from 'vitest'
import { selfSignedCertificate } from '#demo/self-signed-certificate.ts'
import { listenOnLoopback } from '#gateway/testing/listen-on-loopback.ts'
import { jsonAnswer, startRawUpstream } from '#gateway/testing/raw-upstream.ts'
import { trustedAuthorities } from '#gateway/upstream/trusted-authorities.ts'
import { createMirrorAsker } from './ask-mirror.ts'
import { readMirrorNetworks } from './mirror-networks.ts'
import { createStatusChecks } from './status-checks.ts'

const STATUS = { state: 'SYNCHRONIZED', memberCount: '1', discovering: false, syncedRepos: 1, totalRepos: 1 }
const DAY_MS = 86_400_000
/** Certificates have whole seconds. */
const TODAY = Math.floor(Date.now() / 1000) * 1000

/** What a check finds at an https mirror whose certificate ends at `ends`. */
const checkOf = async (ends: number, isTrusted = true) => {
  const certificate = selfSignedCertificate({ ends })
  const server = createServer(certificate, (_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(STATUS))
  })
  const port = await listenOnLoopback(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return checkAt(`https://127.0.0.1:${port}`, isTrusted ? certificate.cert : null)
}

const checkAt = (baseUrl: string, authority: string | null) => {
  const networks = readMirrorNetworks('127.0.0.1')
  const askMirror = createMirrorAsker({ networks, authorities: trustedAuthorities(authority) })
  const check = createStatusChecks({ askMirror, now: Date.now })
  return check(baseUrl, { notBefore: 0, signal: new AbortController().signal })
}

describe('the end of a mirror’s certificate', () => {
  it('is learnt with its status', async () => {
    const ends = TODAY + 20 * DAY_MS
    expect(await checkOf(ends)).toMatchObject({ certificateEnds: ends, outcome: { kind: 'answered' } })
  })

  it('is known of one that has ended, which the check refuses', async () => {
    const ends = TODAY - DAY_MS
    expect(await checkOf(ends)).toMatchObject({
      certificateEnds: ends,
      outcome: { kind: 'failed', failure: 'certificate', detail: 'CERT_HAS_EXPIRED' },
    })
  })

  it('is known of one that is not trusted', async () => {
    const ends = TODAY + DAY_MS
    expect(await checkOf(ends, false)).toMatchObject({
      certificateEnds: ends,
      outcome: { kind: 'failed', failure: 'certificate' },
    })
  })

  it('is not known where the mirror shows none: on http, and where nothing answers', async () => {
    const plain = await startRawUpstream((_request, socket) => socket.write(jsonAnswer(STATUS)))
    expect((await checkAt(plain.url, null)).certificateEnds).toBe(null)
    expect((await checkAt('https://127.0.0.1:1', null)).certificateEnds).toBe(null)
  })
})
