import { ConfigError } from '#gateway/ops/config-error.ts'
import { errorCode } from '#gateway/upstream/network-error.ts'
import type { SqlDriver } from './sql-driver.ts'

/**
 * The steps from an empty database to the one of today, in order. A step that was released is never changed: files of
 * older versions are brought up by those that follow it. Both databases understand every line.
 */
const STEPS: readonly (readonly string[])[] = [
  [
    // The span that still goes on is kept with its mirror, so that a round changes one row of each.
    `CREATE TABLE mirror (
      id TEXT PRIMARY KEY,
      from_ms BIGINT NOT NULL,
      to_ms BIGINT NOT NULL,
      verdict TEXT NOT NULL
    )`,
    // The key finds those of one mirror that end after a time, which are those in question of a time until now.
    `CREATE TABLE span (
      mirror_id TEXT NOT NULL,
      from_ms BIGINT NOT NULL,
      to_ms BIGINT NOT NULL,
      verdict TEXT NOT NULL,
      PRIMARY KEY (mirror_id, to_ms, from_ms)
    )`,
    `CREATE INDEX span_to ON span (to_ms)`,
    `CREATE TABLE measure (
      step_ms BIGINT NOT NULL,
      mirror_id TEXT NOT NULL,
      at_ms BIGINT NOT NULL,
      answers BIGINT NOT NULL,
      took_sum BIGINT NOT NULL,
      took_max BIGINT NOT NULL,
      clocks BIGINT NOT NULL,
      clock_sum BIGINT NOT NULL,
      PRIMARY KEY (step_ms, mirror_id, at_ms)
    )`,
    `CREATE INDEX measure_at ON measure (step_ms, at_ms)`,
    `CREATE TABLE decision (
      at_ms BIGINT NOT NULL,
      request_id TEXT NOT NULL,
      user_name TEXT NOT NULL,
      is_named BIGINT NOT NULL,
      operation TEXT NOT NULL,
      ids TEXT NOT NULL,
      outcome TEXT NOT NULL,
      status BIGINT,
      PRIMARY KEY (at_ms, request_id)
    )`,
    `CREATE TABLE kept (name TEXT PRIMARY KEY, at_ms BIGINT NOT NULL)`,
  ],
  [
    // How far mirrors are behind. Which mirror synchronizes which project, by what was told of it.
    `CREATE TABLE lag_project (
      mirror_id TEXT NOT NULL,
      project_id TEXT NOT NULL,
      at_ms BIGINT NOT NULL,
      PRIMARY KEY (project_id, mirror_id)
    )`,
    `CREATE INDEX lag_project_mirror ON lag_project (mirror_id)`,
    // What was told lately, since it may come twice and in any order.
    `CREATE TABLE lag_push (
      repository_id TEXT NOT NULL,
      at_ms BIGINT NOT NULL,
      PRIMARY KEY (repository_id, at_ms)
    )`,
    `CREATE INDEX lag_push_at ON lag_push (at_ms)`,
    `CREATE TABLE lag_sync (
      repository_id TEXT NOT NULL,
      mirror_id TEXT NOT NULL,
      at_ms BIGINT NOT NULL,
      PRIMARY KEY (repository_id, mirror_id)
    )`,
    `CREATE INDEX lag_sync_at ON lag_sync (at_ms)`,
    `CREATE TABLE lag_open (
      mirror_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      repository_id TEXT NOT NULL,
      project_id TEXT NOT NULL,
      at_ms BIGINT NOT NULL,
      told_ms BIGINT NOT NULL,
      PRIMARY KEY (mirror_id, kind, repository_id, at_ms)
    )`,
    `CREATE INDEX lag_open_repository ON lag_open (repository_id)`,
    `CREATE INDEX lag_open_at ON lag_open (at_ms)`,
    // What a few repositories looked like when they were looked at last.
    `CREATE TABLE lag_canary (
      repository_id TEXT PRIMARY KEY,
      hash TEXT NOT NULL,
      at_ms BIGINT NOT NULL
    )`,
    // One row of each mirror and hour, and of each day, whatever was counted in it: a row of each count would be ten
    // times as much.
    `CREATE TABLE lag_count (
      kind TEXT NOT NULL,
      step_ms BIGINT NOT NULL,
      mirror_id TEXT NOT NULL,
      at_ms BIGINT NOT NULL,
      counts TEXT NOT NULL,
      slowest TEXT NOT NULL,
      PRIMARY KEY (kind, step_ms, mirror_id, at_ms)
    )`,
    `CREATE INDEX lag_count_at ON lag_count (step_ms, at_ms)`,
  ],
  [
    // Mirrors whose alarms are silenced, each once, until a time.
    `CREATE TABLE silence (
      mirror_id TEXT PRIMARY KEY,
      until_ms BIGINT NOT NULL,
      note TEXT NOT NULL,
      user_name TEXT NOT NULL,
      is_named BIGINT NOT NULL,
      at_ms BIGINT NOT NULL
    )`,
  ],
]

/** The form of today: how many steps it takes. */
export const SCHEMA_VERSION = STEPS.length

/** In which form a database is; `null` where it has none yet. It changes nothing. */
export const readSchemaVersion = async ({ run }: Pick<SqlDriver, 'run'>): Promise<number | null> => {
  try {
    const [row] = await run('SELECT version FROM schema_version')
    return Number(row?.['version'] ?? 0)
  } catch (error) {
    // SQLite says it in words, PostgreSQL by its code of an undefined table.
    const isMissing =
      error instanceof Error && (error.message.includes('no such table') || errorCode(error) === '42P01')
    if (isMissing) return null
    throw error
  }
}

/**
 * Brings a database up to today's form, all of it or nothing.
 *
 * @throws ConfigError when a newer version of the console has written it.
 */
export const migrate = (driver: SqlDriver, steps = STEPS): Promise<void> =>
  driver.transaction(async (run) => {
    await run('CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)')
    const [row] = await run('SELECT version FROM schema_version')
    const version = Number(row?.['version'] ?? 0)
    if (version > steps.length) {
      throw new ConfigError(
        'WATCH_STORE was written by a newer version of Mirror Console. Start that version, or name another store.',
      )
    }
    for (const step of steps.slice(version)) {
      for (const line of step) await run(line)
    }
    if (row === undefined) await run('INSERT INTO schema_version (version) VALUES ($1)', [steps.length])
    else await run('UPDATE schema_version SET version = $1', [steps.length])
  })
