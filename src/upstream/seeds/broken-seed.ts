import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import type { MIRROR_SENTINELS, RequestSentinel } from '#upstream/sentinels.ts'
import { calmCatalogue } from './calm-catalogue.ts'
import { FIRST_SYNCHRONIZATION, makeMirror, SYNCHRONIZING } from './make-mirror.ts'
import { makeRequest } from './make-request.ts'
import type { Seed, SeedSetting } from './seed.ts'

const MINUTE_MS = 60_000

/** `never-seen` becomes "Never seen". */
const nameOf = (key: string) => key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' ')

const deadAddress = (origin: string): string => {
  const address = new URL(origin)
  // Port 1 (tcpmux): nothing listens there on any machine of today.
  address.port = '1'
  return address.origin
}

/** The same host and port by the other scheme. */
const otherScheme = (origin: string): string => {
  const address = new URL(origin)
  address.protocol = address.protocol === 'https:' ? 'http:' : 'https:'
  return address.origin
}

const faults = ({
  origin,
  startedAt,
}: SeedSetting): Record<keyof typeof MIRROR_SENTINELS, Partial<MirrorRecord>> => ({
  stale: { silentSince: startedAt - 26 * 60 * MINUTE_MS },
  'never-seen': { acceptedAt: startedAt - 60 * MINUTE_MS, silentSince: startedAt - 60 * MINUTE_MS },
  disabled: { enabled: false },
  'clock-differs': { clockSkewMs: 7 * MINUTE_MS },
  hangs: { behaviour: 'hangs' },
  slow: { behaviour: 'slow' },
  refused: { behaviour: 'refuses' },
  redirect: { behaviour: 'redirects' },
  huge: { behaviour: 'huge' },
  html: { behaviour: 'html' },
  'wrong-content': { behaviour: 'wrong-content' },
  'other-repository': { behaviour: 'other-repository' },
  dead: { baseUrl: deadAddress(origin('dead')), silentSince: startedAt - 20 * MINUTE_MS },
  'fails-500': { behaviour: 'fails' },
  maintenance: { behaviour: 'maintenance' },
  'rate-limited': { behaviour: 'rate-limited' },
  'unknown-repository': { behaviour: 'unknown-repository' },
  'other-scheme': { linkBaseUrl: otherScheme(origin('other-scheme')) },
  'other-port': { linkBaseUrl: deadAddress(origin('other-port')) },
  'not-mirrored': { projects: [] },
  initializing: { stuckAt: 'INITIALIZING' },
  'error-initializing': { stuckAt: 'ERROR_INITIALIZING' },
  'error-available': { stuckAt: 'ERROR_AVAILABLE', productVersion: '7.21.18' },
  'no-status': { baseUrl: `${origin('no-status')}/git`, ownStatus: 'hidden' },
  'other-state': { ownStatus: { state: 'REBALANCING', memberCount: 2 } },
  synchronizing: { ownStatus: SYNCHRONIZING },
  'contradicts-progress': { progress: FIRST_SYNCHRONIZATION },
  'removal-lost': { isRemovalAnswerLost: true },
})

const requestNames: readonly (readonly [RequestSentinel, string])[] = [
  ['answer-lost', 'Answer lost'],
  ['decides-slowly', 'Slow to accept'],
  ['decides-429', 'Too many requests'],
  ['raced', 'Raced'],
  ['decides-500', 'Fails to accept'],
]

/** One healthy mirror among one of each failure, and requests whose decision fails. */
export const brokenSeed = (setting: SeedSetting): Seed => ({
  mirrors: [
    makeMirror(setting, 'healthy', 'Healthy', { id: 'healthy' }),
    ...Object.entries(faults(setting)).map(([key, fault]) =>
      makeMirror(setting, key, nameOf(key), { id: key, ...fault }),
    ),
  ],
  requests: () => [
    makeRequest(setting, 1, 'healthy', 'Healthy', { mirrorId: 'healthy', state: 'ACCEPTED' }),
    makeRequest(setting, 100, 'works', 'Works'),
    ...requestNames.map(([sentinel, name], index) =>
      makeRequest(setting, 101 + index, sentinel, name, { mirrorId: sentinel, sentinel }),
    ),
  ],
  catalogue: calmCatalogue(true),
  preferences: { jcitizen: 'stale' },
})
