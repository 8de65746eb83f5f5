import type { HistorySpan } from '#contract/history.ts'
import type { Round } from '#gateway/watch/observation.ts'
import { nextSpan } from './next-span.ts'
import type { RunSql, SqlRow } from './sql-driver.ts'
import type { TimeRange } from '#gateway/watch/time-range.ts'

const spanOf = (row: SqlRow): HistorySpan => ({
  from: Number(row['from_ms']),
  to: Number(row['to_ms']),
  verdict: String(row['verdict']),
})

/** Rounds that end spans are rare, so each writes what changed, row by row. */
export const writeSpans = async (run: RunSql, { at, observations }: Round): Promise<void> => {
  const rows = await run('SELECT id, from_ms, to_ms, verdict FROM mirror')
  const current = new Map(rows.map((row) => [String(row['id']), spanOf(row)]))
  for (const { mirrorId, verdict } of observations) {
    const { ended, current: next } = nextSpan(current.get(mirrorId) ?? null, at, verdict)
    if (ended !== null) {
      await run(
        `INSERT INTO span (mirror_id, from_ms, to_ms, verdict) VALUES ($1, $2, $3, $4)
         ON CONFLICT (mirror_id, to_ms, from_ms) DO UPDATE SET verdict = excluded.verdict`,
        [mirrorId, ended.from, ended.to, ended.verdict],
      )
    }
    await run(
      `INSERT INTO mirror (id, from_ms, to_ms, verdict) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO UPDATE SET
         from_ms = excluded.from_ms, to_ms = excluded.to_ms, verdict = excluded.verdict`,
      [mirrorId, next.from, next.to, next.verdict],
    )
  }
}

/** The spans that touch a time, by mirror, in order; each as long as it was, also beyond that time. */
export const readSpans = async (
  run: RunSql,
  mirrorIds: readonly string[],
  { from, to }: TimeRange,
): Promise<ReadonlyMap<string, readonly HistorySpan[]>> => {
  if (mirrorIds.length === 0) return new Map()
  const named = mirrorIds.map((_id, at) => `$${at + 3}`).join(', ')
  // One statement: of two, a span that ends in between would be in neither.
  const rows = await run(
    `SELECT mirror_id AS id, from_ms, to_ms, verdict FROM span
     WHERE to_ms >= $1 AND from_ms <= $2 AND mirror_id IN (${named})
     UNION ALL
     SELECT id, from_ms, to_ms, verdict FROM mirror WHERE to_ms >= $1 AND from_ms <= $2 AND id IN (${named})`,
    [from, to, ...mirrorIds],
  )
  return new Map(
    [...Map.groupBy(rows, (row) => String(row['id']))].map(([id, found]) => [
      id,
      found.map(spanOf).toSorted((one, other) => one.from - other.from || one.to - other.to),
    ]),
  )
}
