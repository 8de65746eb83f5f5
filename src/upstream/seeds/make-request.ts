import type { RequestRecord } from '#upstream/records/request-record.ts'
import { mirrorIdOf } from './make-mirror.ts'
import type { SeedSetting } from './seed.ts'

/** A pending request of the mirror with this key, except for what is given. */
export const makeRequest = (
  { origin, version }: SeedSetting,
  id: number,
  key: string,
  mirrorName: string,
  given: Partial<RequestRecord> = {},
): RequestRecord => {
  const mirrorBaseUrl = given.mirrorBaseUrl ?? origin(key)
  return {
    id,
    state: 'PENDING',
    mirrorId: mirrorIdOf(key),
    mirrorName,
    mirrorBaseUrl,
    mirrorType: 'SINGLE',
    productType: 'Bitbucket',
    productVersion: version,
    addonDescriptorUri: `${mirrorBaseUrl}/rest/mirroring/1.0/descriptor`,
    ...given,
  }
}
