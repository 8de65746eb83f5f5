import { afterEach, describe, expect, it, vi } from 'vitest'
import { pageSession } from '#app/api/page-session.ts'
import { createQueryClient } from '#app/api/query-client.ts'
import { sightsQuery } from '#app/domain/mirror/mirror-checks.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { verdictWord } from '#app/domain/mirror/verdict-words.ts'
import { verdictsOf } from '#health/fleet-verdicts.ts'
import { DEFAULT_THRESHOLDS } from '#health/mirror-verdict.ts'
import { ANSWER_FAULTS } from './testing/faults/answer-faults.ts'
import { faultyConsole } from './testing/faults/faulty-console.ts'
import type { WireRule } from './testing/faults/faulty-wire.ts'
import { WIRE_FAULTS } from './testing/faults/wire-faults.ts'

afterEach(() => {
  pageSession.bind(null)
  vi.unstubAllGlobals()
})

/** What is said of a mirror whose answer fails so; the fault is on its wire, or it is its answer. */
const SAID: Readonly<Record<string, string>> = {
  'comes in chunks': 'Healthy',
  'comes in pieces of 7 bytes': 'Healthy',
  'comes late': 'Healthy',
  'comes through a narrow line': 'Healthy',
  'does not permit (401)': 'Refused',
  'does not permit (403)': 'Refused',
  'ends without its last chunk': 'Not reachable',
  'fails with 500': 'Failing (500)',
  'fails with 500 in HTML': 'Failing (500)',
  'has a chunk of nonsense': 'Not a mirror’s answer',
  'has a head without end': 'Not a mirror’s answer',
  'has another content type': 'Healthy',
  'has another shape': 'Answers, state not known',
  'has no body': 'Not a mirror’s answer',
  'has no length and ends with the connection': 'Healthy',
  'has no licence': 'Not a mirror’s answer',
  'has no mirroring plugin': 'Answers, state not known',
  'is 418': 'Not a mirror’s answer',
  'is a 404 of an API gateway': 'Answers, state not known',
  'is a bad gateway': 'Failing (502)',
  'is a list of nothing': 'Answers, state not known',
  'is another protocol': 'Not a mirror’s answer',
  'is closed before it begins': 'Not reachable',
  'is compressed unasked': 'Not a mirror’s answer',
  'is cut in the middle': 'Not a mirror’s answer',
  'is in maintenance (503 in HTML)': 'In maintenance',
  'is in maintenance (503)': 'In maintenance',
  'is longer than its length': 'Not a mirror’s answer',
  'is null': 'Answers, state not known',
  'is reset before it begins': 'Not reachable',
  'is reset in its body': 'Not reachable',
  'is reset in its head': 'Not reachable',
  'is shorter than its length': 'Not reachable',
  'is well': 'Healthy',
  'knows no session': 'Refused',
  'limits the rate, by a date': 'Rate limited',
  'limits the rate, by a date that has passed': 'Rate limited',
  'limits the rate, for a week': 'Rate limited',
  'limits the rate, in HTML': 'Rate limited',
  'limits the rate, in nonsense': 'Rate limited',
  'limits the rate, in seconds': 'Rate limited',
  'limits the rate, without a time': 'Rate limited',
  'never begins': 'Timed out',
  'redirects to a login': 'Not a mirror’s answer',
  'shows a login page': 'Not a mirror’s answer',
  'shows an untrusted certificate': 'Certificate not trusted',
  'stops in its body': 'Timed out',
  'times out by itself (504)': 'Failing (504)',
  'wants a CAPTCHA': 'Refused',
}

const rules: readonly (readonly [name: string, rule: ReturnType<WireRule>])[] = [
  ...Object.entries(WIRE_FAULTS).map(([name, wire]) => [name, { wire }] as const),
  ...Object.entries(ANSWER_FAULTS).map(([name, answer]) => [name, { answer }] as const),
  ['is well', null],
  ['shows an untrusted certificate', null],
]

describe('a mirror whose answer fails', () => {
  it('has the verdict of its failure, and all mirrors are asked at once', async () => {
    const { upstream, mirrors, secureMirrors } = await faultyConsole()
    const keyed = rules.map(([name, rule], at) => ({ name, rule, key: `m${at}` }))
    const byKey = new Map(keyed.map((one) => [one.key, one]))
    const rows = keyed.map(({ name, key }) => ({
      id: key,
      name,
      baseUrl:
        name === 'shows an untrusted certificate'
          ? `https://${key}.mirrors.localhost:${secureMirrors.port}`
          : `http://${key}.mirrors.localhost:${mirrors.port}`,
      enabled: true,
      lastSeenDate: Date.now(),
      mirrorType: 'SINGLE',
      productVersion: '8.16.2',
    }))
    upstream.setRule((request) =>
      request.url.includes('/mirrorServers')
        ? {
            answer: () =>
              Promise.resolve(
                Response.json({ values: rows, start: 0, limit: 1000, size: rows.length, isLastPage: true }),
              ),
          }
        : null,
    )
    const status = {
      state: 'SYNCHRONIZED',
      memberCount: '1',
      discovering: false,
      syncedRepos: 0,
      totalRepos: 0,
    }
    mirrors.serve(() => Promise.resolve(Response.json(status)))
    mirrors.setRule(({ url }) => byKey.get(new URL(url).hostname.split('.')[0] ?? '')?.rule ?? null)

    const client = createQueryClient()
    const { rows: listed } = await client.fetchQuery(mirrorsQuery)
    const sights = await client.fetchQuery(sightsQuery)
    const verdicts = verdictsOf(listed, {
      seenBefore: [],
      readAt: Date.now(),
      offsetMs: 0,
      sights,
      thresholds: DEFAULT_THRESHOLDS,
    })
    const said = listed.map(({ id, name }) => {
      const verdict = verdicts.get(id)
      return [name, verdict ? verdictWord(verdict) : 'nothing'] as const
    })
    expect(Object.fromEntries(said)).toEqual(SAID)
  }, 30_000)
})
