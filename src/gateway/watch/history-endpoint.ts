import { type History, HISTORY_KEPT_MS } from '#contract/history.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'
import { jsonAnswer } from '#gateway/http/json-answer.ts'
import type { ReadOwnMirrors } from '#gateway/mirrors/read-mirrors.ts'
import { requireReader } from '#gateway/session/require-reader.ts'
import type { OpenSession } from '#gateway/session/open-session.ts'
import type { WatchStore } from './store/watch-store.ts'
import type { TimeRange } from './time-range.ts'
import type { Watch } from './watch.ts'

/** The time without `from` and `to`, in ms. */
const DAY_MS = 86_400_000

/** How far beyond the gateway's clock a time may lie, in ms: clocks of browsers differ. */
const AHEAD_MS = DAY_MS

const MAX_NAMED = 100

/** The longest time in which all mirrors are told at once, in ms: a month of them would hold up everybody else. */
const MAX_OF_ALL_MS = 8 * DAY_MS

type Query = { readonly named: readonly string[]; readonly range: TimeRange; readonly withMeasures: boolean }

const timeIn = (search: URLSearchParams, name: string, otherwise: number): number => {
  const text = search.get(name)
  if (text === null) return otherwise
  if (!/^\d{1,15}$/.test(text)) throw new GatewayError('bad-request')
  return Number(text)
}

/** @throws GatewayError for anything that is not asked for here, and for times that nothing is kept of. */
const readQuery = (search: URLSearchParams, now: number): Query => {
  const known = new Set(['from', 'to', 'last', 'mirror', 'measures'])
  const named = search.getAll('mirror')
  const to = timeIn(search, 'to', now)
  const from = timeIn(search, 'from', to - timeIn(search, 'last', DAY_MS))
  const withMeasures = search.has('measures')
  const isAllowed =
    [...search.keys()].every((name) => known.has(name)) &&
    named.length <= MAX_NAMED &&
    from < to &&
    to <= now + AHEAD_MS &&
    from >= now - HISTORY_KEPT_MS - DAY_MS &&
    (named.length === 1 || to - from <= MAX_OF_ALL_MS) &&
    // Measures of many mirrors would be megabytes.
    (!withMeasures || named.length === 1)
  if (!isAllowed) throw new GatewayError('bad-request')
  return { named, range: { from, to }, withMeasures }
}

/** `GET`: what the watch saw of the mirrors that the caller may list. Nothing of a mirror that Bitbucket hides. */
export const createHistoryEndpoint = (options: {
  readonly readOwnMirrors: ReadOwnMirrors
  /** Which mirrors are known to be listed to the user, so that open pages need not ask each; `null` when not known. */
  readonly knownOf: (session: OpenSession) => ReadonlySet<string> | null
  readonly store: WatchStore
  readonly watch: Watch
  readonly now: () => number
}) => {
  const { readOwnMirrors, knownOf, store, watch, now } = options

  const mirrorsOf = async (ids: readonly string[], { range, withMeasures }: Query) => {
    const [spans, behind] = await Promise.all([
      store.spansOf(ids, range),
      store.lag.behindOf(ids, range, now()),
    ])
    return Promise.all(
      ids.map(async (mirrorId) => {
        const own = {
          mirrorId,
          spans: [...(spans.get(mirrorId) ?? [])],
          behind: behind.get(mirrorId) ?? null,
        }
        if (!withMeasures) return { ...own, measures: [], stepMs: 0 }
        const { stepMs, measures } = await store.measuresOf(mirrorId, range)
        return { ...own, measures: [...measures], stepMs }
      }),
    )
  }

  /** @throws GatewayError, or UpstreamRefusal when Bitbucket does not list its mirrors to this user. */
  return async (request: Request, caller: OpenSession | null): Promise<Response> => {
    const session = requireReader(request, caller)
    const query = readQuery(new URL(request.url).searchParams, now())
    const listed = async () => (await readOwnMirrors(session, request.signal)).rows.map(({ id }) => id)
    const ids = [...(knownOf(session) ?? (await listed()))].filter(
      (id) => query.named.length === 0 || query.named.includes(id),
    )
    const { problem } = watch.state()
    const answer = (kept: Pick<History, 'lastRoundAt' | 'problem' | 'mirrors'>): Response =>
      jsonAnswer(200, { ...query.range, ...kept } satisfies History)
    try {
      const [mirrors, lastRoundAt] = await Promise.all([mirrorsOf(ids, query), watch.lastRoundAt()])
      return answer({ lastRoundAt, problem, mirrors })
    } catch {
      // It cannot be read now: said as such, and nothing is claimed about any time.
      return answer({ lastRoundAt: null, problem: 'store', mirrors: [] })
    }
  }
}
