import * as v from 'valibot'

/**
 * Where the gateway tells what its watch saw. `GET`; `?last=` (ms) is the length of time until now by the gateway's
 * clock, `?from=` and `?to=` (epoch ms) bound another time, without any it is the last 24 hours; `?mirror=` (repeatable)
 * names mirrors, all that the caller may list without it (then at most 8 days); `?measures` adds what was measured of one. Answers
 * {@link history}.
 */
export const HISTORY_PATH = '/-/history'

/** How far back the watch keeps anything, in ms: 90 days. */
export const HISTORY_KEPT_MS = 90 * 86_400_000

/**
 * What keeps the watch from looking or from keeping what it sees. Without any, the time since the last round is short.
 */
export const WATCH_PROBLEMS = [
  /** It has just started, or the replica that watched is gone and another has not taken over yet. */
  'starting',
  /** Bitbucket did not accept `WATCH_TOKEN`. */
  'signed-out',
  /** The owner of `WATCH_TOKEN` may not list mirrors. */
  'not-permitted',
  /** Bitbucket could not be reached, or something else answered. */
  'unreachable',
  /** The clocks of this server and of Bitbucket differ so much that no time would be true. */
  'clock',
  /** What it sees cannot be kept: the disk is full or read-only, or the database is away. */
  'store',
] as const

/** See {@link WATCH_PROBLEMS}. */
export type WatchProblem = (typeof WATCH_PROBLEMS)[number]

/** What the watch saw of one mirror without a break: one verdict from the first to the last time it was seen. */
export const historySpan = v.object({
  /** Epoch ms, by the gateway's clock. */
  from: v.number(),
  /** Epoch ms. Time between this and the next span was not watched. */
  to: v.number(),
  /** One of the verdicts; a newer gateway may know more. */
  verdict: v.string(),
})

/** See {@link historySpan}. */
export type HistorySpan = v.InferOutput<typeof historySpan>

/** What was measured in one step of time. */
export const historyMeasure = v.object({
  /** When the step begins, epoch ms. */
  at: v.number(),
  /** Mean and longest time of an answer in ms; `null` where the mirror did not answer at all. */
  tookMs: v.nullable(v.number()),
  longestMs: v.nullable(v.number()),
  /** The mirror's clock minus Bitbucket's, mean, in ms; `null` where no answer said so. */
  clockDifferenceMs: v.nullable(v.number()),
})

/** See {@link historyMeasure}. */
export type HistoryMeasure = v.InferOutput<typeof historyMeasure>

/**
 * How far a mirror is behind Bitbucket. By `webhook` it is exact, to the second; by `canary` it is at most so much: a few
 * repositories are looked at now and then.
 */
export const behind = v.object({
  kind: v.picklist(['webhook', 'canary']),
  /**
   * How long the oldest push has waited that the mirror does not have, in ms; 0 where none waits. `null` where it is not
   * known, and for a time that does not reach to the present.
   */
  nowMs: v.nullable(v.number()),
  /** Half of the pushes, and 95 of 100, took so long or less, in ms; up to a tenth too high. `null` where none was seen. */
  p50Ms: v.nullable(v.number()),
  p95Ms: v.nullable(v.number()),
  /** The repositories that took longest, the slowest first; those that still wait with the time until now. */
  slowest: v.array(v.object({ repositoryId: v.string(), ms: v.number() })),
})

/** See {@link behind}. */
export type Behind = v.InferOutput<typeof behind>

/** The watch's answer. */
export const history = v.object({
  /** What was asked for, epoch ms. */
  from: v.number(),
  to: v.number(),
  /** When the watch last saw the fleet, epoch ms; `null` when it never did. */
  lastRoundAt: v.nullable(v.number()),
  problem: v.nullable(v.picklist(WATCH_PROBLEMS)),
  mirrors: v.array(
    v.object({
      mirrorId: v.string(),
      /** In order, without overlap. */
      spans: v.array(historySpan),
      /** In order; only where they were asked for. */
      measures: v.array(historyMeasure),
      /** How much time one measure is about, in ms. */
      stepMs: v.number(),
      /** Counted by the hour, of more than three days by the day; `null` where nothing is known. */
      behind: v.optional(v.nullable(behind), null),
    }),
  ),
})

/** The watch's answer. */
export type History = v.InferOutput<typeof history>
