import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'

/** A push, or a mirror that has followed one. */
export type Happening = {
  /** Epoch ms. */
  readonly at: number
  readonly repository: RepositoryRecord
  /** Which push to this repository it is about, from 1. */
  readonly push: number
  /** The mirror that has followed; `null` for the push itself. */
  readonly mirror: MirrorRecord | null
}
