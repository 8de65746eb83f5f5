import { lastSeenOf } from '#upstream/mirrors/heartbeat.ts'
import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import type { World } from '#upstream/world.ts'
import { wireDate } from './wire-date.ts'

/** A mirror server as it is sent. `productType` is gone in 9.x. Source: RestMirrorServer, 8.16 and 9.4. */
export const mirrorWire = ({ life, settings: { profile } }: World, mirror: MirrorRecord, now: number) => {
  const lastSeen = lastSeenOf(life.mirrorAt(mirror, now), now)
  return {
    id: mirror.id,
    name: mirror.name,
    baseUrl: mirror.baseUrl,
    enabled: mirror.enabled,
    ...(lastSeen === null ? {} : { lastSeenDate: wireDate(lastSeen, profile) }),
    mirrorType: mirror.mirrorType,
    ...(profile === '8.16' ? { productType: mirror.productType } : {}),
    productVersion: mirror.productVersion,
    ...mirror.wire,
  }
}
