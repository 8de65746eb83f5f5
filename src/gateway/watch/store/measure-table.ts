import type { HistoryMeasure } from '#contract/history.ts'
import type { Round } from '#gateway/watch/observation.ts'
import { MINUTES_KEPT_MS } from './retention.ts'
import type { RunSql, SqlRow } from './sql-driver.ts'
import type { TimeRange } from '#gateway/watch/time-range.ts'

/** How much time one measure is about, in ms. */
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** Times longer than this are minutes of no use on a screen, so hours are read, in ms. */
const MINUTES_SHOWN_MS = 26 * HOUR_MS

/** Adds a round to the minute and the hour that it belongs to. */
export const writeMeasures = async (run: RunSql, { at, observations }: Round): Promise<void> => {
  for (const { mirrorId, tookMs, clockDifferenceMs } of observations) {
    const took = tookMs === null ? null : Math.round(tookMs)
    const clock = clockDifferenceMs === null ? null : Math.round(clockDifferenceMs)
    for (const stepMs of [MINUTE_MS, HOUR_MS]) {
      await run(
        `INSERT INTO measure
           (step_ms, mirror_id, at_ms, answers, took_sum, took_max, clocks, clock_sum)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
         ON CONFLICT (step_ms, mirror_id, at_ms) DO UPDATE SET
           answers = measure.answers + excluded.answers,
           took_sum = measure.took_sum + excluded.took_sum,
           took_max = CASE WHEN measure.took_max > excluded.took_max
             THEN measure.took_max ELSE excluded.took_max END,
           clocks = measure.clocks + excluded.clocks,
           clock_sum = measure.clock_sum + excluded.clock_sum`,
        [
          stepMs,
          mirrorId,
          at - (at % stepMs),
          took === null ? 0 : 1,
          took ?? 0,
          took ?? 0,
          clock === null ? 0 : 1,
          clock ?? 0,
        ],
      )
    }
  }
}

const measureOf = (row: SqlRow): HistoryMeasure => {
  const answers = Number(row['answers'])
  const clocks = Number(row['clocks'])
  return {
    at: Number(row['at_ms']),
    tookMs: answers === 0 ? null : Math.round(Number(row['took_sum']) / answers),
    longestMs: answers === 0 ? null : Number(row['took_max']),
    clockDifferenceMs: clocks === 0 ? null : Math.round(Number(row['clock_sum']) / clocks),
  }
}

/** What was measured of one mirror: by the minute where the time is short and minutes are kept, else by the hour. */
export const readMeasures = async (
  run: RunSql,
  mirrorId: string,
  { from, to }: TimeRange,
): Promise<{ readonly stepMs: number; readonly measures: readonly HistoryMeasure[] }> => {
  const [newest] = await run("SELECT at_ms FROM kept WHERE name = 'round'")
  const areMinutesKept = from >= Number(newest?.['at_ms'] ?? to) - MINUTES_KEPT_MS
  const stepMs = to - from <= MINUTES_SHOWN_MS && areMinutesKept ? MINUTE_MS : HOUR_MS
  const rows = await run(
    `SELECT at_ms, answers, took_sum, took_max, clocks, clock_sum FROM measure
     WHERE step_ms = $1 AND mirror_id = $2 AND at_ms >= $3 AND at_ms <= $4 ORDER BY at_ms`,
    [stepMs, mirrorId, from - (from % stepMs), to],
  )
  return { stepMs, measures: rows.map(measureOf) }
}
