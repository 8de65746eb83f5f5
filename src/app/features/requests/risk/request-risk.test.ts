import { describe, expect, it } from 'vitest'
import type { MirroringRequest } from '#contract/mirroring-request.ts'
import { type Claim, claimIndexOf } from './claim-index.ts'
import { requestRiskOf } from './request-risk.ts'
import type { RiskFacts } from './risk-facts.ts'
import { dublin, facts, own, request } from './testing/risk-sample.ts'

const mirrors = (claims: readonly Claim[], isWhole = true): Partial<RiskFacts> => ({
  mirrors: { kind: 'known', value: claimIndexOf(claims, isWhole) },
})
const pending = (claims: readonly Claim[], isWhole = true): Partial<RiskFacts> => ({
  pending: { kind: 'known', value: claimIndexOf(claims, isWhole) },
})
type Case = readonly [string, Partial<MirroringRequest>, Partial<RiskFacts>, string, string, RegExp]

const cases: readonly Case[] = [
  ['https', {}, {}, 'Encryption', 'ok', /is https/],
  ['http', { mirrorBaseUrl: 'http://tokyo.acme.com' }, {}, 'Encryption', 'warning', /passwords/],
  [
    'http, as Bitbucket itself is',
    { mirrorBaseUrl: 'http://tokyo.acme.com' },
    { upstream: 'http://bitbucket.acme.com' },
    'Encryption',
    'notice',
    /neither/,
  ],
  [
    'http while the address of Bitbucket is not known',
    { mirrorBaseUrl: 'http://tokyo.acme.com' },
    { upstream: null },
    'Encryption',
    'warning',
    /not https/,
  ],
  ['no address', { mirrorBaseUrl: null }, {}, 'Address', 'warning', /No address/],
  ['a script for an address', { mirrorBaseUrl: 'javascript:alert(1)' }, {}, 'Address', 'warning', /cannot/],
  ['a plain host', {}, {}, 'Host', 'ok', /as it is/],
  ['a Cyrillic host', { mirrorBaseUrl: 'https://\u0430pple.com' }, {}, 'Host', 'warning', /ASCII/],
  ['a punycode host', { mirrorBaseUrl: 'https://xn--80ak6aa92e.com' }, {}, 'Host', 'warning', /ASCII/],
  ['an address as it is', {}, {}, 'Written form', 'ok', /as it is written/],
  [
    'a descriptor that is not written as it is',
    { addonDescriptorUri: String.raw`https://tokyo.acme.com\@bitbucket.acme.com/d` },
    {},
    'Add-on descriptor',
    'warning',
    /another address/,
  ],
  [
    'a user name in the address',
    { mirrorBaseUrl: 'https://bitbucket.acme.com@evil.example' },
    {},
    'User name in the address',
    'warning',
    /before the @/,
  ],
  ['a loopback host', { mirrorBaseUrl: 'https://localhost' }, {}, 'Network', 'warning', /loopback/],
  [
    'a loopback host beside a loopback Bitbucket',
    { mirrorBaseUrl: 'http://tokyo.localhost:81' },
    { upstream: 'http://127.0.0.1:7990' },
    'Network',
    'notice',
    /so is that of Bitbucket/,
  ],
  ['a metadata host', { mirrorBaseUrl: 'http://169.254.169.254' }, {}, 'Network', 'warning', /link-local/],
  ['a private host', { mirrorBaseUrl: 'https://10.1.2.3' }, {}, 'Network', 'notice', /private/],
  ['a local name', { mirrorBaseUrl: 'https://mirror.internal' }, {}, 'Network', 'notice', /local name/],
  ['any other host', {}, {}, 'Network', 'ok', /not resolved/],
  ['a new host', {}, {}, 'Known host', 'notice', /new/],
  ['a known host', { mirrorBaseUrl: 'https://dublin.acme.com/two' }, {}, 'Known host', 'ok', /accepted/],
  [
    'a host like a known one',
    { mirrorBaseUrl: 'https://dub1in.acme.com' },
    {},
    'Known host',
    'warning',
    /looks/,
  ],
  ['a new host, of a list with holes', {}, mirrors([dublin], false), 'Known host', 'unknown', /as a whole/],
  ['an honest name', {}, {}, 'Name', 'ok', /hides no/],
  ['a name with a turned direction', { mirrorName: 'To\u202Ekyo' }, {}, 'Name', 'warning', /cannot be seen/],
  ['a blank name', { mirrorName: ' \u00A0\u3164' }, {}, 'Name', 'warning', /name is blank/],
  ['a name of two alphabets', { mirrorName: 'T\u043Ekyo' }, {}, 'Name', 'warning', /alphabets/],
  ['a free name', {}, {}, 'Same name', 'ok', /No other mirror server/],
  ['the name of a mirror', { mirrorName: 'Dublin' }, {}, 'Same name', 'warning', /exists already/],
  [
    'a name with a hidden character',
    { mirrorName: 'Dub\u200Blin' },
    {},
    'Same name',
    'warning',
    /looks like/,
  ],
  ['a free id', {}, {}, 'Mirror id', 'ok', /No other mirror server/],
  ['the id of a mirror', { mirrorId: 'DB11-0001' }, {}, 'Mirror id', 'warning', /in its place/],
  ['an id like that of a mirror', { mirrorId: 'DBll-OOO1' }, {}, 'Mirror id', 'warning', /looks like/],
  ['no id', { mirrorId: null }, {}, 'Mirror id', 'unknown', /gives no/],
  [
    'the address of a mirror',
    { mirrorBaseUrl: 'https://Dublin.acme.com/bitbucket' },
    {},
    'Same address',
    'warning',
    /exists already/,
  ],
  [
    'an id that could not be compared',
    {},
    { mirrors: { kind: 'failed' } },
    'Mirror id',
    'unknown',
    /could not/,
  ],
  ['a name being compared', {}, { mirrors: { kind: 'reading' } }, 'Same name', 'unknown', /being read/],
  ['the only request of its host', {}, {}, 'Other requests', 'ok', /No other/],
  [
    'one of many requests of its host',
    {},
    pending([own, { ...own, rowId: '8', name: 'A', mirrorId: 'A', address: 'https://tokyo.acme.com/a' }]),
    'Other requests',
    'notice',
    /^Another pending/,
  ],
  [
    'a request in a list not read to its end',
    {},
    pending([own], false),
    'Other requests',
    'unknown',
    /among the 1 that were read/,
  ],
  [
    'rivals in a list not read to its end',
    {},
    pending([own], false),
    'Competing requests',
    'unknown',
    /No competing request was found, among the 1 that were read/,
  ],
  [
    'a competing request',
    {},
    pending([own, { ...own, rowId: '8' }]),
    'Competing requests',
    'warning',
    /Another/,
  ],
  [
    'a rival by looks',
    {},
    pending([own, { rowId: '8', mirrorId: 'X', name: 'T\u043Eky\u043E', address: null }]),
    'Competing requests',
    'warning',
    /looks like/,
  ],
  [
    'a descriptor elsewhere',
    { addonDescriptorUri: 'https://evil.example/d' },
    {},
    'Add-on descriptor',
    'warning',
    /another host/,
  ],
  [
    'a descriptor that is a script',
    { addonDescriptorUri: 'javascript:alert(1)' },
    {},
    'Add-on descriptor',
    'warning',
    /cannot be read/,
  ],
  ['the same version', {}, {}, 'Version', 'ok', /has the version/],
  ['an older version', { productVersion: '8.9.10' }, {}, 'Version', 'notice', /older/],
  ['a newer version', { productVersion: '9.4.0' }, {}, 'Version', 'notice', /newer/],
  ['no version', { productVersion: null }, {}, 'Version', 'unknown', /cannot be compared/],
  [
    'a version while that of Bitbucket is not known',
    {},
    { upstreamVersion: { kind: 'failed' } },
    'Version',
    'unknown',
    /could not be read/,
  ],
  ['any request', {}, {}, 'Reachable', 'unknown', /Not checked/],
]

describe('the risk card', () => {
  it.each(cases)('judges %s', (_what, given, world, check, severity, words) => {
    const findings = requestRiskOf({ ...request, ...given }, { ...facts, ...world })
    const found = findings.find((finding) => finding.check === check)
    expect(found).toMatchObject({ severity })
    expect(found?.words).toMatch(words)
  })

  it('puts the most serious first', () => {
    const severities = requestRiskOf({ ...request, mirrorName: 'Dublin' }, facts).map(
      ({ severity }) => severity,
    )
    expect(severities[0]).toBe('warning')
    expect(severities.lastIndexOf('notice')).toBeLessThan(severities.indexOf('ok'))
  })

  it('guesses nothing while nothing is known', () => {
    const blank: RiskFacts = {
      upstream: facts.upstream,
      upstreamVersion: { kind: 'failed' },
      mirrors: { kind: 'failed' },
      pending: { kind: 'failed' },
    }
    const findings = requestRiskOf(request, blank)
    expect(findings.filter(({ severity }) => severity === 'unknown').map(({ check }) => check)).toEqual([
      'Known host',
      'Same name',
      'Mirror id',
      'Same address',
      'Other requests',
      'Version',
      'Reachable',
    ])
  })
})
