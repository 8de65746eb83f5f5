import { cutText } from '#contract/cut-text.ts'
import type { DecisionOutcome } from '#contract/activity.ts'
import type { SilenceOperation } from '#contract/silences.ts'
import type { OperationName } from '#contract/operations.ts'
import { timeText } from '#gateway/http/time-text.ts'
import type { OpenSession } from '#gateway/session/open-session.ts'

/** One write through the gateway: who did what to what. It holds no secret, and nothing of a body but ids. */
export type Decision = {
  readonly kind: 'decision'
  /** When its outcome was known, ISO 8601 in UTC, by the gateway's clock. */
  readonly time: string
  /** The same as in the request log, and in the `X-Request-Id` that Bitbucket got. */
  readonly requestId: string
  readonly user: string
  /** Who says so: Bitbucket, or the one who signed in, where a proxy removes the name that Bitbucket gave. */
  readonly userNamedBy: 'bitbucket' | 'user'
  readonly operation: OperationName | SilenceOperation
  /** What it was done to, by the names of the contract. */
  readonly ids: Readonly<Record<string, string>>
  readonly outcome: DecisionOutcome
  /** HTTP status of the answer; `null` without one. */
  readonly status: number | null
}

/** Takes a line for every write. */
export type DecisionLog = (decision: Decision) => void

/** Longest id that is told; longer ones are cut. */
const MAX_ID = 256

/** Fields of bodies that name what a write is about. */
const ID_FIELDS = ['mirrorId', 'upstreamRepoId'] as const

/**
 * The ids in a body that was checked and is about to be sent: fields that name a mirror or a repository, and the one
 * body that is an id itself.
 */
export const idsInBody = (operation: OperationName, body: Buffer | null): Record<string, string> => {
  // Its body is a user's credentials.
  if (body === null || operation === 'authenticate') return {}
  const read: unknown = JSON.parse(body.toString())
  if (typeof read === 'string') return { mirrorId: cutText(read, MAX_ID) }
  const fields = new Map<string, unknown>(Object.entries(read ?? {}))
  return Object.fromEntries(
    ID_FIELDS.flatMap((name) => {
      const value = fields.get(name)
      return typeof value === 'string' ? [[name, cutText(value, MAX_ID)]] : []
    }),
  )
}

const outcomeOf = (isSent: boolean, status: number | null): DecisionOutcome => {
  if (!isSent) return 'not-sent'
  return status === null ? 'no-answer' : 'answered'
}

/** The line about a write that ended now. */
export const decisionOf = ({
  session: { user, isNamed },
  isSent,
  ...known
}: Pick<Decision, 'operation' | 'ids' | 'requestId' | 'status'> & {
  readonly session: Pick<OpenSession, 'user' | 'isNamed'>
  readonly isSent: boolean
}): Decision => ({
  kind: 'decision',
  time: timeText(Date.now()),
  user,
  userNamedBy: isNamed ? 'bitbucket' : 'user',
  outcome: outcomeOf(isSent, known.status),
  ...known,
})
