import { HISTORY_KEPT_MS } from '#contract/history.ts'
import type { RunSql } from './sql-driver.ts'

/** How long measures by the minute are kept, in ms; those by the hour are kept as long as everything else. */
export const MINUTES_KEPT_MS = 2 * 86_400_000

/** Spans kept of all mirrors: what 100 mirrors make in 90 days that change every quarter of an hour. */
const MAX_SPANS = 900_000

/**
 * How long pushes and synchronizations that were told are remembered, in ms: longer than those may be late that are
 * taken, see `MAX_EVENT_AGE_MS`.
 */
const TOLD_KEPT_MS = 1_800_000

/**
 * How long a push is waited for, in ms: a week. Where the event of its end was lost, the mirror itself is asked, so what
 * is as old is a mirror that nobody repairs.
 */
const OPEN_KEPT_MS = 7 * 86_400_000

const forgetOldLag = async (run: RunSql, at: number): Promise<void> => {
  for (const table of ['lag_push', 'lag_sync']) {
    await run(`DELETE FROM ${table} WHERE at_ms < $1`, [at - TOLD_KEPT_MS])
  }
  await run('DELETE FROM lag_open WHERE at_ms < $1', [at - OPEN_KEPT_MS])
  for (const table of ['lag_project', 'lag_canary', 'lag_count']) {
    await run(`DELETE FROM ${table} WHERE at_ms < $1`, [at - HISTORY_KEPT_MS])
  }
}

/** Removes what is too old at a time (epoch ms), and the oldest spans where there are too many. */
export const forgetOld = async (run: RunSql, at: number, maxSpans = MAX_SPANS): Promise<void> => {
  const oldest = at - HISTORY_KEPT_MS
  await run('DELETE FROM span WHERE to_ms < $1', [oldest])
  await run('DELETE FROM mirror WHERE to_ms < $1', [oldest])
  await run('DELETE FROM decision WHERE at_ms < $1', [oldest])
  await run('DELETE FROM measure WHERE step_ms = 60000 AND at_ms < $1', [at - MINUTES_KEPT_MS])
  await run('DELETE FROM measure WHERE step_ms = 3600000 AND at_ms < $1', [oldest])
  await run('DELETE FROM silence WHERE until_ms <= $1', [at])
  await forgetOldLag(run, at)
  const [last] = await run('SELECT to_ms FROM span ORDER BY to_ms DESC LIMIT 1 OFFSET $1', [maxSpans])
  if (last !== undefined) await run('DELETE FROM span WHERE to_ms <= $1', [last['to_ms'] ?? 0])
}

/**
 * Removes what claims to lie after a time (epoch ms), the present: a clock that was ahead has written it, and Bitbucket's
 * agrees with the present one. Writes of users stay, whatever their time.
 */
export const forgetAhead = async (run: RunSql, at: number): Promise<void> => {
  const [last] = await run("SELECT at_ms FROM kept WHERE name = 'round'")
  if (last === undefined || Number(last['at_ms']) <= at) return
  // Of spans that begin at that very moment, two could be made the same by the cut.
  await run('DELETE FROM span WHERE from_ms >= $1', [at])
  await run('UPDATE span SET to_ms = $1 WHERE to_ms > $1', [at])
  await run('DELETE FROM mirror WHERE from_ms > $1', [at])
  await run('UPDATE mirror SET to_ms = $1 WHERE to_ms > $1', [at])
  for (const table of ['measure', 'lag_push', 'lag_sync', 'lag_open', 'lag_canary', 'lag_count']) {
    await run(`DELETE FROM ${table} WHERE at_ms > $1`, [at])
  }
}
