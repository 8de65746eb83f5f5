import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import { stableHex } from '#upstream/stable-number.ts'
import type { SeedSetting } from './seed.ts'

const DAY_MS = 86_400_000

/** A mirror id in the form that the vendor's examples have, `B0F5-CS21-45C2-CCK3`; the same for the same key. */
export const mirrorIdOf = (key: string): string =>
  (stableHex(`mirror ${key}`, 16).toUpperCase().match(/.{4}/g) ?? []).join('-')

/** Progress of a first synchronization that is far from its end. Source: the vendor's knowledge base. */
export const FIRST_SYNCHRONIZATION = { discovering: false, syncedRepos: 242, totalRepos: 1071 }

/** What a mirror says at `/status` meanwhile. */
export const SYNCHRONIZING = { state: 'METADATA_SYNCHRONIZED', memberCount: '1', ...FIRST_SYNCHRONIZATION }

/** A healthy mirror that was accepted 90 days ago, except for what is given. */
export const makeMirror = (
  { origin, startedAt, version }: SeedSetting,
  key: string,
  name: string,
  given: Partial<MirrorRecord> = {},
): MirrorRecord => ({
  id: mirrorIdOf(key),
  name,
  baseUrl: origin(key),
  enabled: true,
  mirrorType: 'SINGLE',
  productType: 'Bitbucket',
  productVersion: version,
  acceptedAt: startedAt - 90 * DAY_MS,
  clockSkewMs: 0,
  behaviour: 'answers',
  projects: 'all',
  ...given,
})
