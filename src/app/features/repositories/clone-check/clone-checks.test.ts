import { describe, expect, it } from 'vitest'
import type { MirrorServer } from '#contract/mirror-server.ts'
import type { MirroredRepository } from '#contract/mirrored-repository.ts'
import { PROBE_FAILURES, type ProbeFailure, type ProbeResult } from '#contract/probe.ts'
import { DEFAULT_THRESHOLDS } from '#health/mirror-verdict.ts'
import type { CloneFacts, Reading, Verdict } from './clone-check.ts'
import { cloneChecks, conclusionOf } from './clone-checks.ts'

const NOW = 1_800_000_000_000

const mirror: MirrorServer = {
  id: 'dublin',
  name: 'Dublin',
  baseUrl: 'https://dublin.example',
  enabled: true,
  lastSeenDate: NOW - 1000,
  mirrorType: 'FARM',
  productType: null,
  productVersion: '8.16.0',
}

const answer: MirroredRepository = {
  repositoryId: '11',
  mirrorName: 'Dublin',
  available: true,
  status: 'AVAILABLE',
  lastUpdated: NOW,
  cloneUrls: [{ name: 'http', href: 'https://dublin.example/scm/pay/ledger.git' }],
  pushUrls: [],
}

const common = { checkedAt: NOW, tookMs: 12, clockDifferenceMs: 0 }

const answered = (change: Partial<MirroredRepository> = {}, clockDifferenceMs = 0): Reading<ProbeResult> => ({
  kind: 'read',
  value: { kind: 'answered', answer: { ...answer, ...change }, ...common, clockDifferenceMs },
})

const failed = (failure: ProbeFailure, clockDifferenceMs: number | null = 0): Reading<ProbeResult> => ({
  kind: 'read',
  value: { kind: 'failed', failure, status: null, detail: null, ...common, clockDifferenceMs },
})

const well: CloneFacts = {
  repository: { kind: 'read', value: { state: 'AVAILABLE', archived: false, project: null } },
  mirror,
  probe: answered(),
  upstreamNow: NOW,
  upstreamOffsetMs: 0,
  gatewayOffsetMs: 0,
  thresholds: DEFAULT_THRESHOLDS,
}

const verdictOf = (facts: Partial<CloneFacts>, claim: string): Verdict | undefined =>
  cloneChecks({ ...well, ...facts }).find((check) => check.claim === claim)?.verdict

const ENABLED = 'The mirror is enabled'
const SEEN = 'Bitbucket has seen the mirror lately'
const REACHED = "The console's server can reach the mirror"
const LINK = 'The mirror accepts the signed link'
const ANSWERS = 'The mirror answers about this repository'
const MIRRORED = 'The project is mirrored'
const COPIED = 'The first copy is complete'
const NO_ERROR = 'The mirror reports no error'
const PROTOCOL = 'A protocol is offered'
const READABLE = 'You can read the repository on Bitbucket'
const CLOCKS = 'The clocks agree'

describe('the checks of "Why can\'t I clone?"', () => {
  it('stand in the order of a diagnosis', () => {
    expect(cloneChecks(well).map(({ claim }) => claim)).toEqual([
      ENABLED,
      SEEN,
      'You can reach the mirror',
      REACHED,
      LINK,
      ANSWERS,
      MIRRORED,
      COPIED,
      NO_ERROR,
      PROTOCOL,
      READABLE,
      CLOCKS,
    ])
  })

  it.each<[string, Partial<CloneFacts>, string, Verdict]>([
    ['a disabled mirror', { mirror: { ...mirror, enabled: false } }, ENABLED, 'failed'],
    [
      'a mirror that is neither enabled nor disabled',
      { mirror: { ...mirror, enabled: null } },
      ENABLED,
      'unknown',
    ],
    ['an old sign of life', { mirror: { ...mirror, lastSeenDate: NOW - 3_600_000 } }, SEEN, 'doubtful'],
    ['no sign of life', { mirror: { ...mirror, lastSeenDate: null } }, SEEN, 'unknown'],
    ['one from the future', { mirror: { ...mirror, lastSeenDate: NOW + 3_600_000 } }, SEEN, 'doubtful'],
    ['a dead mirror', { probe: failed('unreachable', null) }, REACHED, 'failed'],
    ['a mirror that hangs', { probe: failed('timed-out', null) }, REACHED, 'failed'],
    ['a certificate that is not trusted', { probe: failed('certificate', null) }, REACHED, 'failed'],
    ['a refusal, which is an answer', { probe: failed('refused') }, REACHED, 'passed'],
    ['a question that was never put', { probe: failed('forbidden-address', null) }, REACHED, 'unknown'],
    [
      'a question that failed on the way',
      { probe: { kind: 'failed', problem: 'offline' } },
      REACHED,
      'unknown',
    ],
    ['a refused link', { probe: failed('refused') }, LINK, 'failed'],
    ['a mirror in maintenance', { probe: failed('maintenance') }, ANSWERS, 'failed'],
    ['a link that a mirror in maintenance did not judge', { probe: failed('maintenance') }, LINK, 'skipped'],
    ['a mirror in maintenance, which was reached', { probe: failed('maintenance') }, REACHED, 'passed'],
    ['a mirror that limits its answers', { probe: failed('rate-limited') }, ANSWERS, 'failed'],
    ['a mirror that fails', { probe: failed('failing') }, ANSWERS, 'failed'],
    ['a mirror without this repository', { probe: failed('unknown-repository') }, ANSWERS, 'failed'],
    ['an answer about another repository', { probe: failed('other-repository') }, ANSWERS, 'failed'],
    ['a link to another port', { probe: failed('other-port', null) }, REACHED, 'unknown'],
    ['a login page', { probe: failed('redirected') }, LINK, 'failed'],
    ['a link that did not arrive', { probe: failed('unreachable', null) }, LINK, 'skipped'],
    [
      'a project that is not mirrored',
      { probe: answered({ status: 'NOT_MIRRORED', available: false }) },
      MIRRORED,
      'failed',
    ],
    [
      'a first copy under way',
      { probe: answered({ status: 'INITIALIZING', available: false }) },
      COPIED,
      'failed',
    ],
    [
      'a first copy that failed',
      { probe: answered({ status: 'ERROR_INITIALIZING', available: false }) },
      NO_ERROR,
      'failed',
    ],
    ['updates that fail', { probe: answered({ status: 'ERROR_AVAILABLE' }) }, NO_ERROR, 'doubtful'],
    ['a mirror that contradicts itself', { probe: answered({ available: false }) }, NO_ERROR, 'unknown'],
    ['a state of tomorrow', { probe: answered({ status: 'RESTING' }) }, NO_ERROR, 'unknown'],
    ['no address', { probe: answered({ cloneUrls: [] }) }, PROTOCOL, 'failed'],
    [
      'an address that runs a command',
      { probe: answered({ cloneUrls: [{ name: 'http', href: 'ext::sh' }] }) },
      PROTOCOL,
      'failed',
    ],
    [
      'a repository one may not read',
      { repository: { kind: 'failed', problem: 'not-permitted' } },
      READABLE,
      'failed',
    ],
    [
      'a repository that could not be read',
      { repository: { kind: 'failed', problem: 'timeout' } },
      READABLE,
      'unknown',
    ],
    [
      'a repository that is offline',
      { repository: { kind: 'read', value: { state: 'OFFLINE', archived: null, project: null } } },
      READABLE,
      'failed',
    ],
    ['clocks seven minutes apart', { probe: failed('refused', 420_000) }, CLOCKS, 'failed'],
    [
      'clocks that the way in between explains',
      { probe: answered({}, 420_000), gatewayOffsetMs: -420_000 },
      CLOCKS,
      'passed',
    ],
    ['an unknown clock', { upstreamOffsetMs: null }, CLOCKS, 'unknown'],
  ])('judge %s', (_case, facts, claim, verdict) => {
    expect(verdictOf(facts, claim)).toBe(verdict)
  })

  it.each(PROBE_FAILURES)('never take "%s" for "not mirrored"', (failure) => {
    for (const claim of [MIRRORED, COPIED, NO_ERROR, PROTOCOL]) {
      expect(verdictOf({ probe: failed(failure) }, claim)).toBe('skipped')
    }
  })

  it('say what to do for everything that fails', () => {
    const speechless = PROBE_FAILURES.flatMap((failure) =>
      cloneChecks({ ...well, probe: failed(failure), mirror: { ...mirror, enabled: false } }),
    ).filter(({ verdict, nextStep }) => verdict === 'failed' && !nextStep)
    expect(speechless).toEqual([])
  })

  it('end in one sentence, which names the clock before the refusal that it causes', () => {
    expect(conclusionOf(cloneChecks({ ...well, probe: failed('refused', 420_000) }))).toBe(
      "Most likely cause: The mirror's clock is 7 minutes ahead of Bitbucket's.",
    )
    expect(conclusionOf(cloneChecks(well))).toMatch(/^No cause was found\. Check the network/)
    expect(conclusionOf(cloneChecks({ ...well, upstreamOffsetMs: null }))).toMatch(/not everything/)
  })
})
