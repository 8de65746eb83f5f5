import type { Catalogue } from '#upstream/catalogue.ts'
import { clonedAtOf } from '#upstream/mirrors/first-clone.ts'
import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import type { RepositoryRecord } from '#upstream/records/repository-record.ts'
import { stableHex } from '#upstream/stable-number.ts'
import { busyRepositories } from './busy-repositories.ts'
import { duringEpisode, lastOccurrence } from './episode.ts'
import type { Happening } from './happening.ts'
import { followsPushes, followTime, LONGEST_FOLLOW_MS, type MirrorLife, ordinaryLife } from './mirror-life.ts'
import { numberOfPush, placeOfPush, pushesBy, pushesTo, pushTime } from './push-schedule.ts'

/** What happens in a world by itself: functions of the time and nothing else. All times are epoch ms. */
export type Life = {
  /** From when on a mirrored repository changes by pushes alone; `Infinity` in a still world, where it has its interval. */
  readonly beginsAt: number
  repositoryAt(repository: RepositoryRecord, now: number): RepositoryRecord
  mirrorAt(mirror: MirrorRecord, now: number): MirrorRecord
  /** When the mirror had followed the last push that it had followed by `at`; `null` when there was none. */
  followedAt(mirror: MirrorRecord, repository: RepositoryRecord, at: number): number | null
  /** What happened after `from` and until `to`, in order. */
  happenings(mirrors: readonly MirrorRecord[], from: number, to: number): readonly Happening[]
}

/** Nothing happens. */
export const stillLife: Life = {
  beginsAt: Number.POSITIVE_INFINITY,
  repositoryAt: (repository) => repository,
  mirrorAt: (mirror) => mirror,
  followedAt: () => null,
  happenings: () => [],
}

/** Pushes, mirrors that follow them, and mirrors that come and go, from `beginsAt` on. */
export const createLife = (
  catalogue: Catalogue,
  lives: Readonly<Record<MirrorRecord['id'], MirrorLife>>,
  beginsAt: number,
): Life => {
  const busy = busyRepositories(catalogue)
  const size = busy.length
  if (size === 0) return stillLife
  const places = new Map(busy.map(({ id }, place) => [id, place]))
  // By what the seed says itself: an id may be a name that every object knows, such as `constructor`.
  const lifeOf = (mirror: MirrorRecord) =>
    (Object.hasOwn(lives, mirror.id) ? lives[mirror.id] : undefined) ?? ordinaryLife(mirror)
  /** The push `turn` (from 0) to the repository at `place`, as this mirror follows it. */
  const followOf = (mirror: MirrorRecord, repository: RepositoryRecord, place: number, turn: number) =>
    beginsAt + followTime(lifeOf(mirror), mirror, repository, pushTime(numberOfPush(place, turn, size)))

  return {
    beginsAt,
    repositoryAt: (repository, now) => {
      const place = places.get(repository.id)
      const pushes = place === undefined ? 0 : pushesTo(place, size, pushesBy(now - beginsAt))
      if (pushes === 0) return repository
      const { contentHash, id } = repository
      return { ...repository, contentHash: stableHex(`content ${id} after ${pushes}`, contentHash.length) }
    },
    mirrorAt: (mirror, now) => {
      const sinceMs = now - beginsAt
      for (const episode of lifeOf(mirror).episodes) {
        const last = lastOccurrence(episode, sinceMs)
        if (last === null || sinceMs >= last.endMs) continue
        const part = (sinceMs - last.beginMs) / (last.endMs - last.beginMs)
        return duringEpisode[episode.kind](mirror, beginsAt + last.beginMs, part)
      }
      return mirror
    },
    followedAt: (mirror, repository, at) => {
      const place = places.get(repository.id)
      if (place === undefined || !followsPushes(mirror, repository)) return null
      for (let turn = pushesTo(place, size, pushesBy(at - beginsAt)) - 1; turn >= 0; turn--) {
        const followed = followOf(mirror, repository, place, turn)
        if (followed <= at) return followed
      }
      return null
    },
    happenings: (mirrors, from, to) => {
      const found: Happening[] = []
      const first = pushesBy(from - beginsAt - LONGEST_FOLLOW_MS)
      for (let number = first; number < pushesBy(to - beginsAt); number++) {
        const place = placeOfPush(number, size)
        const repository = busy[place]
        if (repository === undefined) continue
        const turn = Math.floor(number / size)
        const add = (at: number, mirror: MirrorRecord | null) => {
          if (at > from && at <= to) found.push({ at, repository, push: turn + 1, mirror })
        }
        add(beginsAt + pushTime(number), null)
        for (const mirror of mirrors) {
          if (!followsPushes(mirror, repository)) continue
          const at = followOf(mirror, repository, place, turn)
          // What was pushed before came with the first clone.
          if (at > clonedAtOf(mirror, repository)) add(at, mirror)
        }
      }
      return found.toSorted((a, b) => a.at - b.at)
    },
  }
}
