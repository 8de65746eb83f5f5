import type { RepositoryRecord } from '#upstream/records/repository-record.ts'

/** What a mirror reported about a repository. */
export type MirrorEvent = {
  readonly type: 'SYNCHRONIZED' | 'SYNCHRONIZATION_FAILED'
  /** Epoch ms from which it counts: events are queued first. */
  readonly effectiveAt: number
}

/** How long an event stays in the queue, in ms. */
export const QUEUE_MS = 2_000

/** Under which an event is kept. */
export const eventKey = (mirrorId: string, repository: Pick<RepositoryRecord, 'id'>): string =>
  `${repository.id}@${mirrorId}`
