import { isChosen } from '#upstream/mirrors/first-clone.ts'
import type { MirrorBehaviour, MirrorRecord } from '#upstream/records/mirror-record.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { stableNumber } from '#upstream/stable-number.ts'
import { type Episode, lastOccurrence } from './episode.ts'

/** What a mirror does by itself. */
export type MirrorLife = {
  /** How long it needs to follow a push, in ms: half of it to one and a half, by repository. */
  readonly followMs: number
  readonly episodes: readonly Episode[]
}

/** How long a mirror needs for what it missed, in ms, after it is back. */
const CATCH_UP_MS = 10_000

/** No push is followed later than this, in ms; the slowest mirror of the seeds and its longest absence stay below. */
export const LONGEST_FOLLOW_MS = 180_000

/** The life of a mirror that no seed says anything about, such as one that was just accepted: 1 to 8 s, no episodes. */
export const ordinaryLife = ({ id }: Pick<MirrorRecord, 'id'>): MirrorLife => ({
  followMs: 1_000 + (stableNumber(`follow ${id}`) % 7_000),
  episodes: [],
})

const WORKING: ReadonlySet<MirrorBehaviour> = new Set(['answers', 'slow', 'hostile-addresses'])

/** Whether a mirror fetches what is pushed to a repository; one that fails is not known to. */
export const followsPushes = (mirror: MirrorRecord, repository: RepositoryRecord): boolean =>
  isChosen(mirror, repository) &&
  mirror.enabled &&
  mirror.stuckAt === undefined &&
  mirror.silentSince === undefined &&
  WORKING.has(mirror.behaviour)

/**
 * When a mirror has followed a push, both in ms since the start. What would end while it is away ends within 10 s
 * after its return, in the same order.
 */
export const followTime = (
  life: MirrorLife,
  mirror: Pick<MirrorRecord, 'id'>,
  repository: Pick<RepositoryRecord, 'id'>,
  pushedMs: number,
): number => {
  const part = 0.5 + (stableNumber(`follow ${mirror.id}/${repository.id}`) % 1_000) / 1_000
  const readyMs = pushedMs + Math.round(life.followMs * part)
  for (const episode of life.episodes) {
    const last = episode.kind === 'away' ? lastOccurrence(episode, readyMs) : null
    if (last === null || readyMs >= last.endMs + CATCH_UP_MS) continue
    const missedMs = last.endMs - last.beginMs + CATCH_UP_MS
    return last.endMs + Math.floor(((readyMs - last.beginMs) * CATCH_UP_MS) / missedMs)
  }
  return readyMs
}
