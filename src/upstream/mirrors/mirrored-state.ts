import type { MirrorRecord, MirroredStatus } from '#upstream/records/mirror-record.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { stableNumber } from '#upstream/stable-number.ts'
import type { MirrorEvent } from './mirror-event.ts'

/** A repository on a mirror at one moment. */
export type MirroredState = {
  readonly status: MirroredStatus
  readonly available: boolean
  /** Epoch ms; `null` while it was never synchronized. */
  readonly lastUpdated: number | null
}

const isServed = (status: MirroredStatus) => status === 'AVAILABLE' || status === 'ERROR_AVAILABLE'

const FIRST_CLONE_MS = 5_000
const CLONE_SPREAD_MS = 20_000

const stateOf = (status: MirroredStatus, lastUpdated: number | null): MirroredState => ({
  status,
  available: isServed(status),
  lastUpdated: isServed(status) ? lastUpdated : null,
})

/**
 * The state of a repository on a mirror: initializing for 5 to 25 s after the mirror was accepted, then available and
 * updated again at an interval of its own. An event that has left the queue changes it: a failure stays until the
 * next success.
 */
export const mirroredStateOf = (
  mirror: MirrorRecord,
  repository: RepositoryRecord,
  event: MirrorEvent | undefined,
  now: number,
): MirroredState => {
  if (mirror.projects !== 'all' && !mirror.projects.includes(repository.project?.key ?? '')) {
    return stateOf('NOT_MIRRORED', null)
  }
  const seed = stableNumber(`${mirror.id}/${repository.id}`)
  const clonedAt = mirror.acceptedAt + FIRST_CLONE_MS + (seed % CLONE_SPREAD_MS)
  if (mirror.stuckAt !== undefined) return stateOf(mirror.stuckAt, clonedAt)
  const until = Math.min(now, mirror.silentSince ?? now)
  const every = 60_000 + (seed % 540_000)
  const updatedAt = (at: number) =>
    at < clonedAt ? null : clonedAt + Math.floor((at - clonedAt) / every) * every
  if (event !== undefined && event.effectiveAt <= now) {
    if (event.type === 'SYNCHRONIZED') {
      return stateOf('AVAILABLE', Math.max(event.effectiveAt, updatedAt(until) ?? 0))
    }
    const before = updatedAt(event.effectiveAt)
    return stateOf(before === null ? 'ERROR_INITIALIZING' : 'ERROR_AVAILABLE', before)
  }
  const lastUpdated = updatedAt(until)
  return stateOf(lastUpdated === null ? 'INITIALIZING' : 'AVAILABLE', lastUpdated)
}
