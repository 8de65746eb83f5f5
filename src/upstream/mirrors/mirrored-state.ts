import type { MirrorRecord, MirroredStatus } from '#upstream/records/mirror-record.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import type { Life } from '#upstream/life/life.ts'
import { clonedAtOf, isChosen, seedOf } from './first-clone.ts'
import type { MirrorEvent } from './mirror-event.ts'

/** A repository on a mirror at one moment. */
export type MirroredState = {
  readonly status: MirroredStatus
  readonly available: boolean
  /** Epoch ms; `null` while it was never synchronized. */
  readonly lastUpdated: number | null
}

const isServed = (status: MirroredStatus) => status === 'AVAILABLE' || status === 'ERROR_AVAILABLE'

const stateOf = (status: MirroredStatus, lastUpdated: number | null): MirroredState => ({
  status,
  available: isServed(status),
  lastUpdated: isServed(status) ? lastUpdated : null,
})

/**
 * The state of a repository on a mirror: initializing for 5 to 25 s after the mirror was accepted, then available and
 * updated again at an interval of its own, or, in a world that lives, by pushes alone. An event that has left the queue
 * changes it: a failure stays until the next success.
 */
export const mirroredStateOf = (
  mirror: MirrorRecord,
  repository: RepositoryRecord,
  event: MirrorEvent | undefined,
  life: Life,
  now: number,
): MirroredState => {
  if (!isChosen(mirror, repository)) return stateOf('NOT_MIRRORED', null)
  const clonedAt = clonedAtOf(mirror, repository)
  if (mirror.stuckAt !== undefined) return stateOf(mirror.stuckAt, clonedAt)
  const until = Math.min(now, mirror.silentSince ?? now)
  const every = 60_000 + (seedOf(mirror, repository) % 540_000)
  const followedAt = (at: number) => life.followedAt(mirror, repository, at) ?? 0
  const updatedAt = (at: number) => {
    if (at < clonedAt) return null
    const still = Math.min(at, Math.max(clonedAt, life.beginsAt))
    return Math.max(clonedAt + Math.floor((still - clonedAt) / every) * every, followedAt(at))
  }
  if (event !== undefined && event.effectiveAt <= now && event.effectiveAt > followedAt(now)) {
    if (event.type === 'SYNCHRONIZED') {
      return stateOf('AVAILABLE', Math.max(event.effectiveAt, updatedAt(until) ?? 0))
    }
    const before = updatedAt(event.effectiveAt)
    return stateOf(before === null ? 'ERROR_INITIALIZING' : 'ERROR_AVAILABLE', before)
  }
  const lastUpdated = updatedAt(until)
  return stateOf(lastUpdated === null ? 'INITIALIZING' : 'AVAILABLE', lastUpdated)
}
