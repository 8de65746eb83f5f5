import type { Profile } from '#upstream/profile.ts'
import type { RequestRecord } from '#upstream/records/request-record.ts'

/**
 * A mirroring request as it is sent. `productType` and `addonDescriptorUri` are gone in 9.x. Source:
 * RestMirroringRequest, 8.16 and 9.4.
 */
export const requestWire = (request: RequestRecord, profile: Profile) => ({
  id: request.id,
  state: request.state,
  mirrorId: request.mirrorId,
  mirrorName: request.mirrorName,
  mirrorBaseUrl: request.mirrorBaseUrl,
  mirrorType: request.mirrorType,
  productVersion: request.productVersion,
  ...(profile === '8.16'
    ? { productType: request.productType, addonDescriptorUri: request.addonDescriptorUri }
    : {}),
  ...request.wire,
})
