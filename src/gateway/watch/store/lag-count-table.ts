import type { Behind } from '#contract/history.ts'
import { type CountedLag, countedTogether } from '#gateway/watch/lag/counted-lag.ts'
import { bucketOf, histogramIn, histogramText } from '#gateway/watch/lag/lag-histogram.ts'
import { type SlowRepository, slowestIn, slowestText } from '#gateway/watch/lag/slowest.ts'
import type { TimeRange } from '#gateway/watch/time-range.ts'
import type { RunSql, SqlRow } from './sql-driver.ts'

/** How much time one row is about, in ms. */
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Times longer than this are read by the day, in ms: by the hour, a month of 100 mirrors would be 72,000 rows. */
const HOURS_READ_MS = 3 * DAY_MS

/** A push that a mirror has. */
export type KeptLag = SlowRepository & {
  readonly kind: Behind['kind']
  readonly mirrorId: string
  /** When the mirror had it, epoch ms. */
  readonly at: number
}

const countedIn = (row: SqlRow): CountedLag => ({
  histogram: histogramIn(String(row['counts'])),
  slowest: slowestIn(String(row['slowest'])),
})

const countIn = async (
  run: RunSql,
  { kind, mirrorId, at, ...slow }: KeptLag,
  stepMs: number,
): Promise<void> => {
  const step = [kind, stepMs, mirrorId, at - (at % stepMs)]
  const [row] = await run(
    'SELECT counts, slowest FROM lag_count WHERE kind = $1 AND step_ms = $2 AND mirror_id = $3 AND at_ms = $4',
    step,
  )
  const own = { histogram: new Map([[bucketOf(slow.ms), 1]]), slowest: [slow] }
  const next = countedTogether(row === undefined ? [own] : [countedIn(row), own])
  await run(
    `INSERT INTO lag_count (kind, step_ms, mirror_id, at_ms, counts, slowest) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (kind, step_ms, mirror_id, at_ms) DO UPDATE SET
       counts = excluded.counts, slowest = excluded.slowest`,
    [...step, histogramText(next.histogram), slowestText(next.slowest)],
  )
}

/** Counts one push in the hour and the day in which the mirror had it. */
export const writeLag = async (run: RunSql, lag: KeptLag): Promise<void> => {
  for (const stepMs of [HOUR_MS, DAY_MS]) await countIn(run, lag, stepMs)
}

/** What was counted in the hours that touch a time, or in the days of a long one, by mirror. */
export const readLag = async (
  run: RunSql,
  kind: Behind['kind'],
  { from, to }: TimeRange,
): Promise<ReadonlyMap<string, CountedLag>> => {
  const stepMs = to - from > HOURS_READ_MS ? DAY_MS : HOUR_MS
  const rows = await run(
    `SELECT mirror_id, counts, slowest FROM lag_count
     WHERE step_ms = $1 AND at_ms >= $2 AND at_ms <= $3 AND kind = $4`,
    [stepMs, from - (from % stepMs), to, kind],
  )
  return new Map(
    [...Map.groupBy(rows, (row) => String(row['mirror_id']))].map(([id, own]) => [
      id,
      countedTogether(own.map(countedIn)),
    ]),
  )
}
