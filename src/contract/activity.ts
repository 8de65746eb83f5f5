import * as v from 'valibot'

/**
 * Where the gateway tells which writes went through this console. `GET`, for those who may list mirroring requests;
 * `?before=` (the `cursor` of an entry) reads on. Answers {@link activity}, the newest first.
 */
export const ACTIVITY_PATH = '/-/activity'

/**
 * What became of a write, as far as the gateway can tell: it passes answers on without reading them, and something
 * between it and Bitbucket may have answered. The status says what.
 */
export const DECISION_OUTCOMES = [
  /** It was sent and answered. */
  'answered',
  /** It was sent, and no answer came that could be passed on: it may have been done or not. */
  'no-answer',
  /** It was not sent: the gateway refused it. */
  'not-sent',
] as const

/** See {@link DECISION_OUTCOMES}. */
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number]

/** One write through this console. */
export const activityEntry = v.object({
  /** Where to read on. */
  cursor: v.string(),
  /** Epoch ms, by the gateway's clock. */
  at: v.number(),
  requestId: v.string(),
  user: v.string(),
  /** Whether Bitbucket named the user; otherwise it is the name that was typed at sign-in. */
  isNamed: v.boolean(),
  /** The operation's name in the contract; a newer gateway may know more. */
  operation: v.string(),
  /** What it was done to, by the names of the contract. */
  ids: v.record(v.string(), v.string()),
  outcome: v.picklist(DECISION_OUTCOMES),
  /** HTTP status of the answer; `null` without one. */
  status: v.nullable(v.number()),
})

/** One write through this console. */
export type ActivityEntry = v.InferOutput<typeof activityEntry>

/** A part of the activity. */
export const activity = v.object({
  entries: v.array(activityEntry),
  /** Whether there are older ones. */
  hasMore: v.boolean(),
  /** Since when writes are kept here, epoch ms; `null` when none was kept yet. */
  keptSince: v.nullable(v.number()),
  /** Whether they cannot be read now: then there are no entries, and there may be some. */
  isUnavailable: v.boolean(),
})

/** A part of the activity. */
export type Activity = v.InferOutput<typeof activity>
