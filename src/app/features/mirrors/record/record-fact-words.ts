import type { MirrorServer } from '#contract/mirror-server.ts'
import { changedFactsOf, type RecordFact } from '#app/domain/mirror/mirror-truth.ts'

/** The words for each fact of a record. */
export const recordFactWords: Record<RecordFact, string> = {
  name: 'name',
  baseUrl: 'address',
  enabled: 'whether it is enabled',
  mirrorType: 'type',
  productType: 'product type',
  productVersion: 'version',
}

/** The facts in which two readings of a mirror differ, in words. */
export const changedFactWords = (before: MirrorServer, now: MirrorServer): string =>
  changedFactsOf(before, now)
    .map((fact) => recordFactWords[fact])
    .join(', ')
