import * as v from 'valibot'
import { mirrorStatus } from './mirror-status.ts'
import { PROBE_FAILURES } from './probe.ts'
import { optionalText } from './scalar.ts'

/**
 * Where the gateway is asked how the mirrors are. `GET`; `?mirror=` (repeatable) names those to ask, all that are not
 * disabled without it; `?fresh` takes no answer that an earlier caller got. Answers one line of JSON for each mirror
 * as it comes ({@link fleetCheck}), and {@link fleetCheckEnd} as the last line.
 */
export const FLEET_PATH = '/-/fleet'

/** What came of asking a mirror for its status. */
const outcome = v.variant('kind', [
  v.object({ kind: v.literal('answered'), status: mirrorStatus }),
  /** Something answered over HTTP, but not with a status: a proxy or a context path may hide it. */
  v.object({ kind: v.literal('without-status'), httpStatus: v.number() }),
  v.object({
    kind: v.literal('failed'),
    failure: v.picklist(PROBE_FAILURES),
    /** HTTP status of the mirror, where there was one. */
    status: v.nullable(v.number()),
    /** One technical detail without addresses or secrets, such as `ECONNREFUSED`. */
    detail: optionalText,
  }),
])

/** The gateway's report about one mirror. */
export const fleetCheck = v.object({
  mirrorId: v.string(),
  /** When the answer was complete, by the gateway's clock; epoch ms. */
  checkedAt: v.number(),
  /** How long the mirror took, in ms. */
  tookMs: v.number(),
  /** The mirror's clock minus Bitbucket's, by their `Date` headers, in ms; `null` when the mirror sent none. */
  clockDifferenceMs: v.nullable(v.number()),
  /**
   * When the certificate ends that the mirror showed, by that certificate; epoch ms. `null` where none was shown: its
   * address is not https, or no connection came about.
   */
  certificateEnds: v.optional(v.nullable(v.number()), null),
  outcome,
})

/** The gateway's report about one mirror. */
export type FleetCheck = v.InferOutput<typeof fleetCheck>

/** The last line of a complete stream: how many mirrors were asked. Without it the stream was broken off. */
export const fleetCheckEnd = v.object({ asked: v.number() })

/** See {@link fleetCheckEnd}. */
export type FleetCheckEnd = v.InferOutput<typeof fleetCheckEnd>
