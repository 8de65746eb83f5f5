import type { MirrorRecord } from '#upstream/records/mirror-record.ts'
import { stableNumber } from '#upstream/stable-number.ts'

/** Something that a mirror goes through again and again. Times are ms since the start of the world. */
export type Episode = {
  /** Answers nothing but 503 and sends no heartbeat; counts its repositories again; answers after 3 s. */
  readonly kind: 'away' | 'synchronizing' | 'slow'
  readonly firstMs: number
  readonly lastsMs: number
  readonly everyMs: number
  /** By how much the beginning of each but the first is later than `everyMs` says, at most. */
  readonly variesMs: number
}

/** One time that it happens. */
export type Occurrence = { readonly beginMs: number; readonly endMs: number }

/** What a mirror that counts again has already, as part of 1. */
const KNOWN_PART = 0.4

const occurrence = ({ kind, firstMs, lastsMs, everyMs, variesMs }: Episode, number: number): Occurrence => {
  const later = number === 0 ? 0 : stableNumber(`${kind} ${number}`) % variesMs
  const beginMs = firstMs + number * everyMs + later
  return { beginMs, endMs: beginMs + lastsMs }
}

/** The last time that it began, over or not; `null` before the first. */
export const lastOccurrence = (episode: Episode, sinceMs: number): Occurrence | null => {
  const number = Math.floor((sinceMs - episode.firstMs) / episode.everyMs)
  if (number < 0) return null
  const last = occurrence(episode, number)
  if (last.beginMs <= sinceMs) return last
  return number === 0 ? null : occurrence(episode, number - 1)
}

/** The mirror in the middle of one, which began at `beginsAt` (epoch ms) and of which `part` (of 1) is over. */
export const duringEpisode = {
  away: (mirror, beginsAt) => ({ ...mirror, behaviour: 'maintenance', silentSince: beginsAt }),
  synchronizing: (mirror, _beginsAt, part) => ({
    ...mirror,
    syncedPart: KNOWN_PART + (1 - KNOWN_PART) * part,
  }),
  slow: (mirror) => ({ ...mirror, behaviour: 'slow' }),
} as const satisfies Record<
  Episode['kind'],
  (mirror: MirrorRecord, beginsAt: number, part: number) => MirrorRecord
>
