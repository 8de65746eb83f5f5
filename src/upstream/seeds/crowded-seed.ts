import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import { CROWDED, crowdedCatalogue } from './crowded-catalogue.ts'
import { FIRST_SYNCHRONIZATION, makeMirror, mirrorIdOf, SYNCHRONIZING } from './make-mirror.ts'
import { makeRequest } from './make-request.ts'
import type { Seed, SeedSetting } from './seed.ts'

const cities = ['Oslo', 'Lima', 'Kyoto', 'Accra', 'Quito', 'Turin', 'Perth', 'Leeds', 'Osaka', 'Dakar']

const keyOf = (number: number) => `m${String(number).padStart(3, '0')}`
const nameOf = (number: number) => `${cities[number % cities.length] ?? ''} ${number}`

const versions = ['8.16.2', '8.16.2', '8.16.1', '8.14.1', '8.9.2', '7.21.18']

const exceptionOf = (number: number, startedAt: number): Partial<MirrorRecord> => {
  if (number % 25 === 24) return { silentSince: startedAt - 3 * 3_600_000 }
  if (number % 33 === 32) return { enabled: false }
  return number % 40 === 39 ? { stuckAt: 'ERROR_AVAILABLE' } : {}
}

/** What a few of them say of themselves, by their number. */
const ownStatuses: Readonly<Record<number, Partial<MirrorRecord>>> = {
  16: { ownStatus: SYNCHRONIZING },
  17: { ownStatus: { ...SYNCHRONIZING, discovering: true, memberCount: '2' } },
  18: { ownStatus: 'hidden' },
  19: { ownStatus: { state: 'REBALANCING', memberCount: 2 } },
  // A contradiction: synchronized by its status.
  21: { progress: FIRST_SYNCHRONIZATION },
}

const stateOf = (number: number) => {
  if (number <= CROWDED.mirrors) return 'ACCEPTED'
  return number % 3 === 0 ? 'REJECTED' : 'PENDING'
}

const count = (size: number) => Array.from({ length: size }, (_, index) => index + 1)

/** As large as the largest installations: 100 mirrors, 10,000 pending requests of 15,100, 100,000 repositories. */
export const crowdedSeed = (setting: SeedSetting): Seed => ({
  mirrors: count(CROWDED.mirrors).map((number) =>
    makeMirror(setting, keyOf(number), nameOf(number), {
      mirrorType: number % 4 === 0 ? 'FARM' : 'SINGLE',
      productVersion: versions[number % versions.length] ?? '8.16.2',
      ...exceptionOf(number - 1, setting.startedAt),
      ...ownStatuses[number],
    }),
  ),
  requests: () =>
    count(CROWDED.requests).map((number) =>
      makeRequest(setting, number, keyOf(number), nameOf(number), { state: stateOf(number) }),
    ),
  catalogue: crowdedCatalogue(),
  preferences: { jcitizen: mirrorIdOf(keyOf(7)) },
})
