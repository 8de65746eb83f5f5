import * as v from 'valibot'
import {
  MAX_SILENCE_MS,
  type SilenceChange,
  silenceChange,
  type SilenceOperation,
  type Silences,
} from '#contract/silences.ts'
import { type DecisionLog, decisionOf } from '#gateway/forward/decision.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { jsonAnswer } from '#gateway/http/json-answer.ts'
import { readJsonBody } from '#gateway/http/read-json-body.ts'
import type { ReadOwnMirrors } from '#gateway/mirrors/read-mirrors.ts'
import type { RequireDecider } from '#gateway/session/require-decider.ts'
import type { OpenSession } from '#gateway/session/open-session.ts'
import type { EventLog } from '#gateway/watch/events-log.ts'
import type { SilenceStore } from '#gateway/watch/store/silence-store.ts'

/** What is to be done, as it was asked for. */
type Change =
  | { readonly operation: 'silenceMirror'; readonly change: SilenceChange }
  | { readonly operation: 'endSilence'; readonly change: Pick<SilenceChange, 'mirrorId'> }

const badRequest = (message: string, status = 400) => new GatewayError('bad-request', { message, status })

/** @throws GatewayError for anything but the two changes. */
const readChange = async (request: Request): Promise<Change> => {
  const search = new URL(request.url).searchParams
  if (request.method === 'DELETE') {
    const [mirrorId = '', ...others] = search.getAll('mirror')
    const isKnown = mirrorId !== '' && others.length === 0 && search.size === 1
    if (!isKnown || mirrorId.length > 256) throw new GatewayError('bad-request')
    return { operation: 'endSilence', change: { mirrorId } }
  }
  if (search.size > 0) throw new GatewayError('bad-request')
  const read = v.safeParse(silenceChange, await readJsonBody(request))
  if (!read.success)
    throw badRequest('Name a mirror, a time, and a note of one line with at most 200 characters.')
  return { operation: 'silenceMirror', change: read.output }
}

/** Silences alarms of mirrors, for all users of this console and its metrics; see {@link SILENCES_PATH}. */
export const createSilencesEndpoint = (options: {
  readonly readOwnMirrors: ReadOwnMirrors
  /** Which mirrors are known to be listed to the user; `null` when not known. */
  readonly knownOf: (session: OpenSession) => ReadonlySet<string> | null
  readonly requireDecider: RequireDecider
  readonly store: SilenceStore
  readonly events: Pick<EventLog, 'takeSilences'>
  readonly decide: DecisionLog
  /** Epoch ms. */
  readonly now: () => number
}) => {
  const { readOwnMirrors, knownOf, requireDecider, store, events, decide, now } = options

  const listed = async (session: OpenSession, signal: AbortSignal): Promise<ReadonlySet<string>> =>
    new Set((await readOwnMirrors(session, signal)).rows.map(({ id }) => id))

  const answerFor = async (ids: ReadonlySet<string>): Promise<Response> => {
    const at = now()
    const answer = (found: Omit<Silences, 'now'>) => jsonAnswer(200, { now: at, ...found } satisfies Silences)
    try {
      const active = await store.active(at)
      return answer({ silences: active.filter(({ mirrorId }) => ids.has(mirrorId)), isUnavailable: false })
    } catch {
      return answer({ silences: [], isUnavailable: true })
    }
  }

  const carryOut = async (
    { operation, change }: Change,
    session: OpenSession,
    ids: ReadonlySet<string>,
  ): Promise<void> => {
    if (operation === 'endSilence') return store.remove(change.mirrorId)
    const at = now()
    if (change.until <= at || change.until > at + MAX_SILENCE_MS) {
      throw badRequest('Choose a time in the future, at most 30 days from now.')
    }
    if (!ids.has(change.mirrorId)) throw badRequest('There is no mirror with this id.', 404)
    const { user, isNamed } = session
    return store.put({ ...change, note: change.note.trim(), by: user, isNamed, at })
  }

  /** @throws GatewayError, or UpstreamRefusal when Bitbucket does not list mirrors or requests to this user. */
  return async (request: Request, caller: OpenSession | null, requestId: string): Promise<Response> => {
    if (!['GET', 'PUT', 'DELETE'].includes(request.method)) {
      throw new GatewayError('not-in-contract', { status: 405, headers: { allow: 'GET, PUT, DELETE' } })
    }
    if (caller === null) throw new GatewayError('signed-out')
    const { signal } = request
    if (request.method === 'GET') {
      if (new URL(request.url).search !== '') throw new GatewayError('bad-request')
      return answerFor(knownOf(caller) ?? (await listed(caller, signal)))
    }
    const wanted = await readChange(request)
    const tell = (isSent: boolean) =>
      decide(
        decisionOf({
          operation: wanted.operation satisfies SilenceOperation,
          ids: { mirrorId: wanted.change.mirrorId },
          session: caller,
          requestId,
          isSent,
          status: isSent ? 200 : null,
        }),
      )
    let isDone = false
    try {
      await requireDecider(caller, signal)
      const ids = await listed(caller, signal)
      await carryOut(wanted, caller, ids)
      isDone = true
      // Whoever cannot read it again has still changed it.
      await store.active(now()).then(
        (active) => events.takeSilences(active, true),
        () => undefined,
      )
      return await answerFor(ids)
    } finally {
      tell(isDone)
    }
  }
}
