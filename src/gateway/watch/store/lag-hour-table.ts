import type { Behind } from '#contract/history.ts'
import { type CountedLag, countedTogether, NOTHING_COUNTED } from '#gateway/watch/lag/counted-lag.ts'
import { bucketOf, histogramIn, histogramText } from '#gateway/watch/lag/lag-histogram.ts'
import { type SlowRepository, slowestIn, slowestText } from '#gateway/watch/lag/slowest.ts'
import type { TimeRange } from '#gateway/watch/time-range.ts'
import type { RunSql, SqlRow } from './sql-driver.ts'

/** How much time one row is about, in ms. */
const HOUR_MS = 3_600_000

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

/** Counts one push in the hour in which the mirror had it. */
export const writeLag = async (run: RunSql, { kind, mirrorId, at, ...slow }: KeptLag): Promise<void> => {
  const hour = at - (at % HOUR_MS)
  const [row] = await run(
    'SELECT counts, slowest FROM lag_hour WHERE kind = $1 AND mirror_id = $2 AND at_ms = $3',
    [kind, mirrorId, hour],
  )
  const next = countedTogether(row === undefined ? NOTHING_COUNTED : countedIn(row), {
    histogram: new Map([[bucketOf(slow.ms), 1]]),
    slowest: [slow],
  })
  await run(
    `INSERT INTO lag_hour (kind, mirror_id, at_ms, counts, slowest) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (kind, mirror_id, at_ms) DO UPDATE SET counts = excluded.counts, slowest = excluded.slowest`,
    [kind, mirrorId, hour, histogramText(next.histogram), slowestText(next.slowest)],
  )
}

/** What was counted in the hours that touch a time, by mirror. */
export const readLag = async (
  run: RunSql,
  kind: Behind['kind'],
  { from, to }: TimeRange,
): Promise<ReadonlyMap<string, CountedLag>> => {
  const rows = await run(
    'SELECT mirror_id, counts, slowest FROM lag_hour WHERE at_ms >= $1 AND at_ms <= $2 AND kind = $3',
    [from - (from % HOUR_MS), to, kind],
  )
  const byMirror = new Map<string, CountedLag>()
  for (const row of rows) {
    const id = String(row['mirror_id'])
    byMirror.set(id, countedTogether(byMirror.get(id) ?? NOTHING_COUNTED, countedIn(row)))
  }
  return byMirror
}
