import type { RecordFact } from '#app/domain/mirror/mirror-truth.ts'

/** The words for each fact of a record. */
export const recordFactWords: Record<RecordFact, string> = {
  name: 'name',
  baseUrl: 'address',
  enabled: 'whether it is enabled',
  mirrorType: 'type',
  productType: 'product type',
  productVersion: 'version',
}
