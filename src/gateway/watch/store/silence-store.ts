import type { Silence } from '#contract/silences.ts'
import type { SqlDriver, SqlRow } from './sql-driver.ts'

/** The mirrors whose alarms are silenced. */
export type SilenceStore = {
  /** Begins a silence, or replaces the one that the mirror has. */
  readonly put: (silence: Silence) => Promise<void>
  /** Ends a mirror's silence; resolves also where it has none. */
  readonly remove: (mirrorId: string) => Promise<void>
  /** Those that have not ended at `now` (epoch ms), by mirror id. */
  readonly active: (now: number) => Promise<readonly Silence[]>
  /**
   * Removes those of mirrors that are gone.
   *
   * @param mirrorIds all mirrors there are.
   * @param at when they were listed, epoch ms: what was silenced later may be a mirror that joined since.
   */
  readonly keepOnly: (mirrorIds: readonly string[], at: number) => Promise<void>
}

const silenceIn = (row: SqlRow): Silence => ({
  mirrorId: String(row['mirror_id']),
  until: Number(row['until_ms']),
  note: String(row['note']),
  by: String(row['user_name']),
  isNamed: Number(row['is_named']) === 1,
  at: Number(row['at_ms']),
})

/** The table of silences in one database. */
export const createSilenceStore = (driver: SqlDriver): SilenceStore => ({
  put: async ({ mirrorId, until, note, by, isNamed, at }) => {
    await driver.transaction((run) =>
      run(
        `INSERT INTO silence (mirror_id, until_ms, note, user_name, is_named, at_ms)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (mirror_id) DO UPDATE SET until_ms = excluded.until_ms, note = excluded.note,
           user_name = excluded.user_name, is_named = excluded.is_named, at_ms = excluded.at_ms`,
        [mirrorId, until, note, by, isNamed ? 1 : 0, at],
      ),
    )
  },
  remove: async (mirrorId) => {
    await driver.transaction((run) => run('DELETE FROM silence WHERE mirror_id = $1', [mirrorId]))
  },
  active: async (now) =>
    (await driver.run('SELECT * FROM silence WHERE until_ms > $1 ORDER BY mirror_id', [now])).map(silenceIn),
  keepOnly: async (mirrorIds, at) => {
    const known = new Set(mirrorIds)
    const kept = await driver.run('SELECT mirror_id FROM silence WHERE at_ms < $1', [at])
    const gone = kept.map((row) => String(row['mirror_id'])).filter((id) => !known.has(id))
    if (gone.length === 0) return
    await driver.transaction(async (run) => {
      for (const id of gone) await run('DELETE FROM silence WHERE mirror_id = $1 AND at_ms < $2', [id, at])
    })
  },
})
