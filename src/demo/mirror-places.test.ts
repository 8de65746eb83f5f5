import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import * as v from 'valibot'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMirrorAsker } from '#gateway/mirrors/ask-mirror.ts'
import { readMirrorNetworks } from '#gateway/mirrors/mirror-networks.ts'
import { trustedAuthorities } from '#gateway/upstream/trusted-authorities.ts'
import { startEmbeddedBitbucket } from './embedded-bitbucket.ts'
import { findMirrorPlaces } from './mirror-places.ts'

const MIRRORS = v.object({ values: v.array(v.looseObject({ name: v.unknown(), baseUrl: v.unknown() })) })
const REQUESTS = v.object({ values: v.array(v.object({ id: v.number(), mirrorBaseUrl: v.string() })) })

/** A running small Bitbucket, and its API of mirroring as the account that watches. */
const running = async (seed: string) => {
  const embedded = await startEmbeddedBitbucket({ EMBEDDED_SEED: seed })
  onTestFinished(() => embedded.close(0))
  const headers = { authorization: `Bearer ${embedded.watchToken ?? ''}`, 'x-atlassian-token': 'no-check' }
  const ask = (path: string, method = 'GET') =>
    fetch(`${embedded.upstream.href}/rest/mirroring/latest${path}`, { method, headers })
  return { ask, certificates: embedded.certificates }
}

const noLookup: LookupFunction = (name, _options, done) => done(new Error(`${name} was looked up`), '')

/** The status that an ordinary client gets which finds no address for a name; or why it gets none. */
const plainlyAsked = (address: string, certificates: string | null = null): Promise<number | string> =>
  new Promise((settle) => {
    const given = { lookup: noLookup, agent: false, ...(certificates !== null && { ca: certificates }) }
    const request = (address.startsWith('https:') ? https : http).get(address, given, (response) => {
      settle(response.statusCode ?? 0)
      response.destroy()
    })
    request.once('error', (error) => settle('code' in error ? String(error.code) : error.message))
  })

/** What mirrors answer about their status that is not 200, on purpose; those that answer too late are not asked. */
const BROKEN = {
  Refused: 401,
  Redirect: 302,
  Dead: 'ECONNREFUSED',
  'Fails 500': 500,
  Maintenance: 503,
  'Rate limited': 429,
  'No status': 404,
}
const TOO_LATE = new Set(['Hangs', 'Slow'])

describe('the mirrors of a small Bitbucket on this machine', () => {
  it.each([
    { seed: 'calm', count: 4, strange: {} },
    { seed: 'crowded', count: 100, strange: { 'Osaka 18': 404 } },
    { seed: 'broken', count: 27, strange: BROKEN },
    { seed: 'hostile', count: 27, strange: { Inward: 302 } },
    { seed: 'lopsided', count: 3, strange: {} },
  ])('are reached without a resolver, each of $seed as it is meant', async ({ seed, count, strange }) => {
    const { ask, certificates } = await running(seed)
    const { values } = v.parse(MIRRORS, await (await ask('/mirrorServers?limit=1000')).json())
    const named = values
      .map(({ name, baseUrl }) => ({ name: String(name), address: String(baseUrl) }))
      .filter(({ name, address }) => /^https?:\/\/127\.0\.1\.\d+:/.test(address) && !TOO_LATE.has(name))
    const answers = await Promise.all(
      named.map(async ({ name, address }) => [name, await plainlyAsked(`${address}/status`, certificates)]),
    )
    expect(Object.fromEntries(answers.filter(([, answer]) => answer !== 200))).toEqual(strange)
    expect(answers).toHaveLength(count)
  })

  it('are there as soon as they are accepted, and not before', async () => {
    const { ask } = await running('calm')
    const { values } = v.parse(REQUESTS, await (await ask('/requests?state=PENDING')).json())
    const [{ id, mirrorBaseUrl } = { id: 0, mirrorBaseUrl: '' }] = values
    expect(await plainlyAsked(`${mirrorBaseUrl}/status`)).toBe('ECONNREFUSED')
    expect((await ask(`/requests/${id}/accept`, 'POST')).status).toBe(200)
    expect(await plainlyAsked(`${mirrorBaseUrl}/status`)).toBe(200)
  })
})

const found = async (hasAddresses: boolean) => {
  const places = await findMirrorPlaces(
    { mirrors: 0, secure: 0 },
    ({ url }) => Promise.resolve(new Response(new URL(url).hostname)),
    hasAddresses,
  )
  onTestFinished(() => places.close(0))
  return places
}

describe('the places of mirrors', () => {
  it('are addresses of their own, beyond 254 of them too', async () => {
    const { originOf } = await found(true)
    expect(originOf('mumbai')).toMatch(/^https:\/\/127\.0\.1\.1:/)
    const first = originOf('one')
    expect(first).toMatch(/^http:\/\/127\.0\.1\.2:/)
    const others = Array.from({ length: 300 }, (_none, at) => originOf(`other-${at}`))
    expect(new Set(others).size).toBe(300)
    expect(others.at(-1)).toMatch(/^http:\/\/127\.0\.2\.48:/)
    expect(originOf('one')).toBe(first)
  })

  it('are names where the system has one loopback address', async () => {
    const { originOf, networks, certificates, open } = await found(false)
    const origins = [originOf('one'), originOf('mumbai')]
    expect(origins.map((origin) => origin.replace(/\d+$/, ''))).toEqual([
      'http://one.mirrors.localhost:',
      'https://mumbai.mirrors.localhost:',
    ])
    await open(origins.map((origin) => new URL(origin).host))
    const ask = createMirrorAsker({
      networks: readMirrorNetworks(networks),
      authorities: trustedAuthorities(certificates),
    })
    for (const origin of origins) {
      expect(await ask(new URL(origin))).toMatchObject({ kind: 'replied', body: new URL(origin).hostname })
    }
  })
})
