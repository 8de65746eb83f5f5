import { vi } from 'vitest'
import { pageSession } from '#app/api/page-session.ts'
import { SESSION_HEADER } from '#contract/session.ts'
import { runningGateway } from '#gateway/testing/running-gateway.ts'
import type { SeedName } from '#upstream/seed-names.ts'
import { createSmallBitbucket } from '#upstream/small-bitbucket.ts'
import { startFaultyWire } from './faulty-wire.ts'

/** How long the gateway waits for Bitbucket here, in ms: a test has less time than a person. */
const PATIENCE_MS = 250

/**
 * A small Bitbucket behind real sockets that fail, a real gateway before it, and the app's own client as if a page of
 * `admin` ran in a browser: what is asked by it goes through all of them.
 *
 * @param isSecure Bitbucket is on https, with a certificate that the gateway does not trust.
 */
export const faultyConsole = async (seed: SeedName = 'calm', { isSecure = false } = {}) => {
  const upstream = await startFaultyWire({ isSecure })
  const mirrors = await startFaultyWire()
  const secureMirrors = await startFaultyWire({ isSecure: true })
  const baseUrl = `${isSecure ? 'https' : 'http'}://127.0.0.1:${upstream.port}`
  const startedAt = Date.now()
  const bitbucket = createSmallBitbucket({
    seed,
    // Two readings of it are the same.
    now: () => startedAt,
    baseUrl,
    mirrorOrigin: (key) => `http://${key}.mirrors.localhost:${mirrors.port}`,
  })
  upstream.serve((request) => bitbucket.fetch(request))
  for (const wire of [mirrors, secureMirrors]) wire.serve((request) => bitbucket.fetchMirror(request))
  const gateway = await runningGateway(baseUrl, {
    env: {
      MIRROR_NETWORKS: [mirrors, secureMirrors].map(({ port }) => `*.mirrors.localhost:${port}`).join(),
    },
    timeouts: { connectMs: 2000, answerMs: PATIENCE_MS, totalMs: 5000 },
  })
  const cookie = await gateway.cookieOf('admin', `Basic ${btoa('admin:admin')}`)
  const own = await gateway.writeHeadersOf(cookie)
  const behind = globalThis.fetch
  vi.stubGlobal('document', { baseURI: `${gateway.url}/`, querySelector: () => null })
  vi.stubGlobal('fetch', (input: URL, init: RequestInit = {}) =>
    behind(input, { ...init, headers: { ...own, ...Object.fromEntries(new Headers(init.headers)) } }),
  )
  pageSession.bind(own[SESSION_HEADER] ?? null)
  return { upstream, mirrors, secureMirrors, bitbucket }
}
