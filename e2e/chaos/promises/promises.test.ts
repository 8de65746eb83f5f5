import { describe, expect, it } from 'vitest'
import type { Arrival } from '#e2e/chaos/fault-wire.ts'
import { contradictions } from './agreement.ts'
import { unfoundedClaims } from './claim.ts'
import { type Fact, factOf, type Standing } from './fact.ts'
import { explainWrites, type Permit } from './one-write.ts'
import { strangers } from './own-name.ts'
import { leaks } from './secrets.ts'

const API = '/rest/mirroring/latest'
const permit: Permit = { tab: 'tab 1', user: 'admin', method: 'POST', path: `${API}/requests/6/accept` }
const arrival: Arrival = { method: 'POST', path: permit.path, user: 'admin', body: '', status: 200 }
const standing: Standing = {
  requests: new Map([['6', { name: 'Sydney', state: 'ACCEPTED' }]]),
  mirrors: new Map([['A', { name: 'Dublin' }]]),
}
const names = new Map([
  ['requests/6', 'Sydney'],
  ['mirrors/A', 'Dublin'],
])

describe('one press, one write', () => {
  it('holds where Bitbucket received what a press explains, and the press is used up', () => {
    expect(explainWrites([permit], [arrival])).toEqual({ unexplained: [], left: [] })
  })

  it.each<[string, readonly Permit[], readonly Arrival[]]>([
    ['the same write arrives twice', [permit], [arrival, arrival]],
    ['a write arrives without a press', [], [arrival]],
    ['it arrives in the name of another', [permit], [{ ...arrival, user: 'jcitizen' }]],
    ['another thing is written', [permit], [{ ...arrival, path: `${API}/requests/7/accept` }]],
    ['it arrives with credentials of no account', [permit], [{ ...arrival, user: null }]],
  ])('is broken when %s', (_how, permits, arrivals) => {
    expect(explainWrites(permits, arrivals).unexplained).toHaveLength(1)
  })
})

describe('what Bitbucket did', () => {
  it.each<[string, Partial<Arrival>, Fact | null]>([
    ['an accepted request', {}, { deed: 'accepted', name: 'Sydney', user: 'admin' }],
    ['a refusal', { status: 409 }, null],
    [
      'an answer that Bitbucket lost, where it is so',
      { status: null },
      { deed: 'accepted', name: 'Sydney', user: 'admin' },
    ],
    [
      'an answer that Bitbucket lost, where it is not so',
      { status: null, path: `${API}/requests/6/reject` },
      null,
    ],
    [
      'a deleted request',
      { method: 'DELETE', path: `${API}/requests/6` },
      { deed: 'deleted', name: 'Sydney', user: 'admin' },
    ],
    [
      'a removed mirror',
      { method: 'DELETE', path: `${API}/mirrorServers/A` },
      { deed: 'removed', name: 'Dublin', user: 'admin' },
    ],
    [
      'a corrected record',
      { method: 'PUT', path: `${API}/mirrorServers/A` },
      { deed: 'corrected', name: 'Dublin', user: 'admin' },
    ],
    [
      'a choice',
      { path: `${API}/account/settings/preferred-mirror`, body: '"A"' },
      { deed: 'preferred', name: 'Dublin', user: 'admin' },
    ],
    [
      'no choice any more',
      { method: 'DELETE', path: `${API}/account/settings/preferred-mirror` },
      { deed: 'cleared', name: null, user: 'admin' },
    ],
    [
      'a registration',
      { path: `${API}/requests`, body: '{"mirrorName":"Oslo"}' },
      { deed: 'registered', name: 'Oslo', user: 'admin' },
    ],
    ['a question about credentials', { path: `${API}/authenticate` }, null],
  ])('is read from the write: %s', (_what, change, fact) => {
    expect(factOf({ ...arrival, ...change }, standing, names)).toEqual(fact)
  })
})

describe('what the screen says was done', () => {
  const facts: readonly Fact[] = [
    { deed: 'accepted', name: 'Sydney', user: 'admin' },
    { deed: 'rejected', name: 'Toronto', user: 'admin' },
    { deed: 'deleted', name: 'Lab', user: 'admin' },
    { deed: 'registered', name: 'Oslo', user: 'admin' },
    { deed: 'removed', name: 'Dublin', user: 'admin' },
    { deed: 'preferred', name: 'Mumbai', user: 'jcitizen' },
    { deed: 'cleared', name: null, user: 'jcitizen' },
    { deed: 'corrected', name: 'Virginia', user: 'admin' },
  ]

  it.each([
    'Sydney was accepted',
    'Accept Sydney? This request is accepted now',
    'Toronto was rejected',
    'The request of Lab was deleted',
    'The request of Oslo was registered',
    'Dublin was removed',
    'Mumbai is now your preferred mirror',
    'You have no preferred mirror',
    'The record of Virginia is corrected',
    '1 request was rejected, 2 failed.',
    '0 mirrors were accepted, 3 not sent.',
    '4 mirrors loaded.',
    'Nothing is changed yet.',
  ])('is founded: %s', (text) => {
    expect(unfoundedClaims([{ text, user: 'jcitizen' }], facts)).toEqual([])
    const isSilent = /^[04]|^Nothing/.test(text)
    expect(unfoundedClaims([{ text, user: 'jcitizen' }], [])).toHaveLength(isSilent ? 0 : 1)
  })

  it('is unfounded when another did it, or fewer were done', () => {
    const said = [
      'Mumbai is now your preferred mirror',
      'You have no preferred mirror',
      '2 requests were rejected.',
    ]
    expect(
      unfoundedClaims(
        said.map((text) => ({ text, user: 'admin' })),
        facts,
      ),
    ).toHaveLength(3)
  })
})

describe('the name on the screen', () => {
  it.each([
    ['admin', 'admin', 0],
    ['admin', null, 0],
    [null, 'admin', 0],
    ['admin', 'jcitizen', 1],
  ])('is %s while the session is of %s: %i complaints', (shown, session, count) => {
    expect(strangers([{ tab: 'tab 1', shown, session }])).toHaveLength(count)
  })
})

describe('two pages', () => {
  const list = { page: 'The list', count: 2, words: new Map([['Dublin', 'Healthy']]) }
  it.each<[string, number | null, readonly [string, string], number]>([
    ['the same', 2, ['Dublin', 'healthy, answered in 3 ms'], 0],
    ['the same, without a count', null, ['Dublin', 'Healthy'], 0],
    ['nothing in common', 2, ['Oslo', 'timed out'], 0],
    ['another word', 2, ['Dublin', 'timed out'], 1],
    ['another count', 3, ['Dublin', 'healthy'], 1],
  ])('say %s', (_what, count, word, complaints) => {
    expect(contradictions([list, { page: 'The overview', count, words: new Map([word]) }])).toHaveLength(
      complaints,
    )
  })
})

describe('a secret', () => {
  const secrets = new Map([['The password', 'canary-1/2 3']])
  it.each([
    ['nothing of it', 0],
    ['…canary-1/2 3…', 1],
    ['?p=canary-1%2F2%203', 1],
    [`{"kept":"${btoa('canary-1/2 3').replace(/=+$/, '')}"}`, 1],
    ['/repos/11?jwt=eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJib3Ro.c2lnbmF0dXJl', 1],
  ])('can be read in “%s”: %i complaints', (text, count) => {
    expect(leaks([{ place: 'an address', text }], secrets)).toHaveLength(count)
  })
})
