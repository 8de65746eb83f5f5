import * as v from 'valibot'
import { mirroredRepository } from './mirrored-repository.ts'
import { optionalText } from './scalar.ts'
import { UNASKED_FAILURES } from './unasked.ts'

/** Where the gateway is asked to ask a mirror. `POST` with {@link probeRequest}. */
export const PROBE_PATH = '/-/probe'

/** One mirror, one repository, by ids. Never an address: the gateway reads the signed link itself. */
export const probeRequest = v.strictObject({ mirrorId: v.string(), repositoryId: v.string() })

/** Ids of one mirror and one repository. */
export type ProbeRequest = v.InferOutput<typeof probeRequest>

/** Why a mirror could not be asked. None of these means "not mirrored". */
export const PROBE_FAILURES = [
  ...UNASKED_FAILURES,
  /** No such host, connection refused or reset. */
  'unreachable',
  'timed-out',
  'certificate',
  /** The mirror answered 401 or 403, twice: with a fresh link too. Usually its clock differs by more than 30 s. */
  'refused',
  'redirected',
  'too-large',
  /** 503: the mirror is in maintenance, starting or overloaded. */
  'maintenance',
  /** 429. */
  'rate-limited',
  /** Another 5xx with an error in Bitbucket's form. */
  'failing',
  /** 404 with an error in Bitbucket's form: the mirror does not know the repository. It does not say why. */
  'unknown-repository',
  /** The mirror answered about another repository. Nothing of that answer is passed on. */
  'other-repository',
  /** Another status, or a body that is not a mirror's answer. */
  'unreadable',
] as const

/** Why a mirror could not be asked. */
export type ProbeFailure = (typeof PROBE_FAILURES)[number]

const common = {
  /** When the answer was complete, by the gateway's clock; epoch ms. */
  checkedAt: v.number(),
  /** How long the mirror itself took, in ms. */
  tookMs: v.number(),
  /** The mirror's clock from its `Date` header minus the gateway's, in ms; `null` when it sent none. */
  clockDifferenceMs: v.nullable(v.number()),
}

/** The gateway's report about one mirror and one repository. */
export const probeResult = v.variant('kind', [
  v.object({ kind: v.literal('answered'), answer: mirroredRepository, ...common }),
  v.object({
    kind: v.literal('failed'),
    failure: v.picklist(PROBE_FAILURES),
    /** HTTP status of the mirror, where there was one. */
    status: v.nullable(v.number()),
    /** One technical detail without addresses or secrets, such as `ECONNREFUSED`. */
    detail: optionalText,
    ...common,
  }),
])

/** The gateway's report about one mirror and one repository. */
export type ProbeResult = v.InferOutput<typeof probeResult>
