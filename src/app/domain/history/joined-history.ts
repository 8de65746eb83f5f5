import type { History, HistorySpan } from '#contract/history.ts'

/** Spans of both, each once: one that reaches into both times is told by both, and by the later one as long as it was. */
const joinedSpans = (earlier: readonly HistorySpan[], later: readonly HistorySpan[]): HistorySpan[] => {
  const byStart = new Map([...earlier, ...later].map((span) => [span.from, span]))
  return [...byStart.values()].toSorted((one, other) => one.from - other.from)
}

/** Two histories, of which the second begins where the first ends, as one. What else they say is that of the second. */
export const joinedHistory = (earlier: History, later: History): History => {
  const before = new Map(earlier.mirrors.map((mirror) => [mirror.mirrorId, mirror]))
  const known = new Set(later.mirrors.map(({ mirrorId }) => mirrorId))
  return {
    ...later,
    from: earlier.from,
    mirrors: [
      ...later.mirrors.map((mirror) => ({
        ...mirror,
        spans: joinedSpans(before.get(mirror.mirrorId)?.spans ?? [], mirror.spans),
      })),
      ...earlier.mirrors.filter(({ mirrorId }) => !known.has(mirrorId)),
    ],
  }
}
