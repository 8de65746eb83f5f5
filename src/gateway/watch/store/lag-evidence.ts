import type { LagEvidence } from '#gateway/watch/lag/behind-of.ts'
import type { TimeRange } from '#gateway/watch/time-range.ts'
import { readLag } from './lag-count-table.ts'
import { oldestOpen } from './lag-open-table.ts'
import { MAX_BREAK_MS } from './next-span.ts'
import type { RunSql } from './sql-driver.ts'

/**
 * How long nothing may be reported before it is no longer known whether mirrors keep up, in ms: a day. A webhook that
 * Bitbucket has switched off looks like a day without a push.
 */
const SILENT_MS = 86_400_000

/** How long canaries may go without a look before they say nothing of the present, in ms: a few of their rounds. */
const UNSEEN_MS = 600_000

/** How long ago a mirror was found to copy a canary, at most, in ms: a week, in which one of twenty is likely to change. */
const FOUND_MS = 7 * 86_400_000

const idsOf = async (
  run: RunSql,
  sql: string,
  values: readonly number[] = [],
): Promise<ReadonlySet<string>> => new Set((await run(sql, values)).map((row) => String(row['mirror_id'])))

/**
 * What is known of how far mirrors are behind in a time.
 *
 * @param now epoch ms, by the gateway's clock.
 */
export const readEvidence = async (
  run: RunSql,
  mirrorIds: readonly string[],
  range: TimeRange,
  now: number,
): Promise<ReadonlyMap<string, LagEvidence>> => {
  const webhook = await readLag(run, 'webhook', range)
  const canary = await readLag(run, 'canary', range)
  const open = Map.groupBy(await oldestOpen(run), ({ mirrorId }) => mirrorId)
  // Each mirror may copy thousands of projects, of which one is enough.
  const reported = await idsOf(
    run,
    `SELECT id AS mirror_id FROM mirror
     WHERE EXISTS (SELECT 1 FROM lag_project WHERE lag_project.mirror_id = mirror.id)`,
  )
  const found = await idsOf(
    run,
    `SELECT mirror_id FROM lag_count WHERE step_ms = 86400000 AND at_ms >= $1 AND kind = 'canary'
     UNION SELECT mirror_id FROM lag_open WHERE kind = 'canary'`,
    [now - FOUND_MS],
  )
  const disabled = await idsOf(run, "SELECT id AS mirror_id FROM mirror WHERE verdict = 'disabled'")
  const times = new Map(
    (await run("SELECT name, at_ms FROM kept WHERE name IN ('webhook', 'canary')")).map((row) => [
      String(row['name']),
      Number(row['at_ms']),
    ]),
  )
  const isLate = (name: string, ms: number): boolean =>
    now - (times.get(name) ?? Number.NEGATIVE_INFINITY) > ms
  return new Map(
    mirrorIds.map((id) => [
      id,
      {
        webhook: webhook.get(id) ?? null,
        canary: canary.get(id) ?? null,
        open: open.get(id) ?? [],
        isReported: reported.has(id) && !isLate('webhook', SILENT_MS),
        isLookedAt: found.has(id) && !isLate('canary', UNSEEN_MS),
        isPresent: range.to >= now - MAX_BREAK_MS && !disabled.has(id),
      },
    ]),
  )
}
