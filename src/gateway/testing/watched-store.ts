import type { HistorySpan } from '#contract/history.ts'
import type { Watched } from '#gateway/watch/watched.ts'
import { createEventLog } from '#gateway/watch/events-log.ts'
import type { Decision } from '#gateway/forward/decision.ts'
import { openWatchStore } from '#gateway/watch/store/open-watch-store.ts'
import type { WatchState } from '#gateway/watch/watch.ts'
import type { VerdictKind } from '#health/mirror-verdict.ts'

/** What is to have been seen: by mirror id, verdicts with their times (epoch ms). */
export type Seen = Readonly<
  Record<string, readonly (Pick<HistorySpan, 'from' | 'to'> & { readonly verdict: VerdictKind })[]>
>

/** Between two rounds that see the same, in ms: short enough to belong together. */
const STEP_MS = 60_000

/** A watch that does not look, and a store in memory that has seen these things, round by round. */
export const watchedStore = async (
  seen: Seen,
  {
    problem = null,
    decisions = [],
  }: Partial<Pick<WatchState, 'problem'>> & { readonly decisions?: readonly Decision[] } = {},
): Promise<Watched> => {
  const store = await openWatchStore({ kind: 'memory' })
  const sights = Object.entries(seen).flatMap(([mirrorId, spans]) =>
    spans.flatMap(({ from, to, verdict }) => {
      const count = Math.ceil((to - from) / STEP_MS)
      const times = Array.from({ length: count }, (_none, at) => from + at * STEP_MS)
      return [...times, to].map((at) => ({ at, mirrorId, verdict }))
    }),
  )
  const rounds = [...Map.groupBy(sights, ({ at }) => at)].toSorted(([one], [other]) => one - other)
  for (const [at, found] of rounds) {
    await store.addRound({
      at,
      observations: found.map(({ mirrorId, verdict }) => ({
        mirrorId,
        verdict,
        tookMs: verdict === 'healthy' ? 20 : null,
        clockDifferenceMs: verdict === 'healthy' ? 500 : null,
      })),
    })
  }
  for (const decision of decisions) await store.decisions.add(decision)
  const watch = {
    round: () => Promise.resolve(),
    start: () => undefined,
    stop: () => Promise.resolve(),
    state: () => ({ fleet: null, problem, seenAt: null }),
    lastRoundAt: () => store.lastRoundAt(),
  }
  return { store, watch, events: createEventLog(Date.now) }
}
