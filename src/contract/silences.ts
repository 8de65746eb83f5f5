import * as v from 'valibot'

/**
 * Where alarms of mirrors are silenced. `GET`, for those to whom Bitbucket lists mirrors, answers {@link silences} of
 * those mirrors. `PUT` of {@link silenceChange} begins, extends or shortens one, `DELETE` with `?mirror=` ends one early;
 * both are for those to whom Bitbucket lists mirroring requests, and answer the same as `GET`. It exists where the gateway
 * watches.
 */
export const SILENCES_PATH = '/-/silences'

/** The longest note, in characters. */
export const MAX_NOTE = 200

/** The longest silence from now, in ms: 30 days. What is to be quiet for longer is not wanted. */
export const MAX_SILENCE_MS = 30 * 86_400_000

const mirrorId = v.pipe(v.string(), v.minLength(1), v.maxLength(256))

/** Epoch ms of a day that a clock can show. */
const moment = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(8_640_000_000_000_000))

/** Why, on one line; empty where nobody said. */
const note = v.pipe(
  v.string(),
  v.maxLength(MAX_NOTE),
  v.check((text) => !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(text), 'A note has one line.'),
)

/** Body of `PUT`: which mirror, until when by the gateway's clock, and why. */
export const silenceChange = v.strictObject({ mirrorId, until: moment, note })

/** See {@link silenceChange}. */
export type SilenceChange = v.InferOutput<typeof silenceChange>

/** A mirror whose alarms are silenced. It says nothing about how the mirror is. */
export const silence = v.object({
  mirrorId: v.string(),
  /** When it ends by itself; epoch ms. */
  until: v.number(),
  /** Why; empty where nobody said. Text of a user. */
  note: v.string(),
  /** Who silenced it last. */
  by: v.string(),
  /** Whether Bitbucket named that user; otherwise it is the name that was typed at sign-in. */
  isNamed: v.boolean(),
  /** When that was, epoch ms. */
  at: v.number(),
})

/** See {@link silence}. */
export type Silence = v.InferOutput<typeof silence>

/** The gateway's answer. */
export const silences = v.object({
  /** The gateway's clock when it answered, epoch ms: all moments are by it. */
  now: v.number(),
  /** Those that have not ended, of mirrors that are listed to the caller. */
  silences: v.array(silence),
  /** Whether they cannot be read now: then there are none here, and there may be some. */
  isUnavailable: v.boolean(),
})

/** The gateway's answer. */
export type Silences = v.InferOutput<typeof silences>

/** The names of its writes in the activity, beside the operations of Bitbucket. */
export type SilenceOperation = 'silenceMirror' | 'endSilence'
