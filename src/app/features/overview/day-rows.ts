import type { History, HistorySpan } from '#contract/history.ts'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { verdictRank } from '#app/domain/mirror/verdict-counts.ts'
import { type Trouble, troublesOf } from '#app/domain/history/troubles.ts'

/** One mirror over the time of a history. */
export type DayRow = {
  readonly mirror: MirrorServer
  readonly spans: readonly HistorySpan[]
  readonly troubles: readonly Trouble[]
}

const lengthOf = (troubles: readonly Trouble[]): number =>
  troubles.reduce((sum, { from, to }) => sum + (to - from), 0)

/**
 * Every mirror with its history: those with trouble now first, the worst before, then by how long there was any, else as
 * they are listed.
 */
export const dayRows = (mirrors: readonly MirrorServer[], history: History): readonly DayRow[] => {
  const spansById = new Map(history.mirrors.map(({ mirrorId, spans }) => [mirrorId, spans]))
  return mirrors
    .map((mirror) => {
      const spans = spansById.get(mirror.id) ?? []
      return { mirror, spans, troubles: troublesOf(spans, history.lastRoundAt) }
    })
    .map((row) => {
      const last = row.troubles.at(-1)
      const rank = last?.end === 'ongoing' ? verdictRank(last.kind) : Number.POSITIVE_INFINITY
      return { row, rank, length: lengthOf(row.troubles) }
    })
    .toSorted((one, other) => (one.rank === other.rank ? other.length - one.length : one.rank - other.rank))
    .map(({ row }) => row)
}
