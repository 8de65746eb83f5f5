import type { Behind } from '#contract/history.ts'
import { behindOf } from '#gateway/watch/lag/behind-of.ts'
import { afterPush, afterSync, type LagChange } from '#gateway/watch/lag/lag-rule.ts'
import type { OpenLag } from '#gateway/watch/lag/open-lag.ts'
import type { TimeRange } from '#gateway/watch/time-range.ts'
import { readEvidence } from './lag-evidence.ts'
import { writeLag } from './lag-count-table.ts'
import { openBefore, openOf, removeOpen, writeOpen } from './lag-open-table.ts'
import { MAX_BREAK_MS } from './next-span.ts'
import type { RunSql, SqlDriver } from './sql-driver.ts'

/** A push that Bitbucket reports. Times are epoch ms. */
export type ReportedPush = Pick<OpenLag, 'repositoryId' | 'projectId' | 'at' | 'toldAt'>

/** A synchronization that Bitbucket reports. */
export type ReportedSync = ReportedPush & Pick<OpenLag, 'mirrorId'>

/** What is kept of how far mirrors are behind. Functions reject as those of the store do. */
export type LagStore = {
  /** It begins for every enabled mirror that is known to copy its project. The same push again changes nothing. */
  readonly addPush: (push: ReportedPush) => Promise<void>
  /** It ends the pushes before it, and makes known that this mirror copies this project. */
  readonly addSync: (sync: ReportedSync) => Promise<void>
  /** How far mirrors are behind; one of which nothing is known is not in it. `now` is epoch ms. */
  readonly behindOf: (
    mirrorIds: readonly string[],
    range: TimeRange,
    now: number,
  ) => Promise<ReadonlyMap<string, Behind>>
  /** What is open for a mirror since before a time (epoch ms), the oldest first. */
  readonly openBefore: (mirrorId: string, before: number, limit: number) => Promise<readonly OpenLag[]>
  readonly keepOpen: (open: readonly OpenLag[]) => Promise<void>
  /** The mirror has it, after `ms`, at a time (epoch ms). */
  readonly end: (open: OpenLag, at: number, ms: number) => Promise<void>
  /** The mirror was asked and does not have it yet: what was pending is behind. */
  readonly confirm: (open: OpenLag) => Promise<void>
  /** The mirror does not copy the repository, so it is not behind with it. */
  readonly drop: (open: OpenLag) => Promise<void>
  /** The content hashes of repositories when they were looked at last, each with that time. */
  readonly canaries: () => Promise<ReadonlyMap<string, { readonly hash: string; readonly at: number }>>
  /** Keeps that a repository had this hash at a time (epoch ms). */
  readonly keepCanary: (repositoryId: string, hash: string, at: number) => Promise<void>
}

/** Mirrors that copy a project and are not disabled, as the newest round saw them. */
const mirrorsWaitedFor = async (run: RunSql, projectId: string): Promise<readonly string[]> => {
  const rows = await run(
    `SELECT mirror.id AS id FROM lag_project JOIN mirror ON mirror.id = lag_project.mirror_id
     WHERE lag_project.project_id = $1 AND mirror.verdict <> 'disabled'
       AND mirror.to_ms >= (SELECT at_ms FROM kept WHERE name = 'round') - $2`,
    [projectId, MAX_BREAK_MS],
  )
  return rows.map((row) => String(row['id']))
}

/** The part of an upsert that keeps the newer of two times. */
const newestOf = (table: string): string =>
  `at_ms = CASE WHEN ${table}.at_ms > excluded.at_ms THEN ${table}.at_ms ELSE excluded.at_ms END`

/** Remembers the newest time of something, epoch ms. */
const keepTime = (run: RunSql, name: string, at: number) =>
  run(
    `INSERT INTO kept (name, at_ms) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET
       ${newestOf('kept')}`,
    [name, at],
  )

const writeChange = async (run: RunSql, change: LagChange, push: ReportedPush): Promise<void> => {
  const { repositoryId } = push
  for (const open of change.opened) await writeOpen(run, { ...push, ...open, kind: 'webhook' })
  for (const ended of change.ended) await writeLag(run, { ...ended, repositoryId, kind: 'webhook' })
}

/** What is kept of lag in one database. */
export const createLagStore = (driver: SqlDriver): LagStore => ({
  addPush: (push) =>
    driver.transaction(async (run) => {
      const { repositoryId, projectId, at, toldAt } = push
      await keepTime(run, 'webhook', toldAt)
      const told = await run(
        `INSERT INTO lag_push (repository_id, at_ms) VALUES ($1, $2)
         ON CONFLICT (repository_id, at_ms) DO NOTHING RETURNING at_ms`,
        [repositoryId, at],
      )
      const synced = await run('SELECT mirror_id, at_ms FROM lag_sync WHERE repository_id = $1', [
        repositoryId,
      ])
      const syncs = new Map(synced.map((row) => [String(row['mirror_id']), Number(row['at_ms'])]))
      const known = { pushes: told.length === 0 ? [at] : [], syncs, open: [] }
      await writeChange(run, afterPush(known, at, await mirrorsWaitedFor(run, projectId)), push)
    }),
  addSync: (sync) =>
    driver.transaction(async (run) => {
      const { mirrorId, repositoryId, projectId, at, toldAt } = sync
      await keepTime(run, 'webhook', toldAt)
      await run(
        `INSERT INTO lag_project (mirror_id, project_id, at_ms) VALUES ($1, $2, $3)
         ON CONFLICT (project_id, mirror_id) DO UPDATE SET
           ${newestOf('lag_project')}`,
        [mirrorId, projectId, at],
      )
      await run(
        `INSERT INTO lag_sync (repository_id, mirror_id, at_ms) VALUES ($1, $2, $3)
         ON CONFLICT (repository_id, mirror_id) DO UPDATE SET
           ${newestOf('lag_sync')}`,
        [repositoryId, mirrorId, at],
      )
      const open = (await openOf(run, sync)).filter(({ kind }) => kind === 'webhook')
      const change = afterSync({ pushes: [], syncs: new Map(), open }, mirrorId, at)
      for (const push of open) if (push.at <= at) await removeOpen(run, push)
      await writeChange(run, change, sync)
    }),
  behindOf: async (mirrorIds, range, now) => {
    const evidence = await readEvidence(driver.run, mirrorIds, range, now)
    return new Map(
      [...evidence].flatMap(([id, own]): readonly (readonly [string, Behind])[] => {
        const behind = behindOf(own, now)
        return behind === null ? [] : [[id, behind]]
      }),
    )
  },
  openBefore: (mirrorId, before, limit) => openBefore(driver.run, mirrorId, before, limit),
  keepOpen: (all) =>
    driver.transaction(async (run) => {
      for (const open of all) await writeOpen(run, open)
    }),
  end: (open, at, ms) =>
    driver.transaction(async (run) => {
      // An event may have ended it meanwhile.
      if (!(await removeOpen(run, open))) return
      await writeLag(run, { ...open, kind: open.kind === 'webhook' ? 'webhook' : 'canary', at, ms })
    }),
  confirm: (open) =>
    driver.transaction(async (run) => {
      if (await removeOpen(run, open)) await writeOpen(run, { ...open, kind: 'canary' })
    }),
  drop: (open) =>
    driver.transaction(async (run) => {
      await removeOpen(run, open)
      const { kind, mirrorId, projectId } = open
      if (kind !== 'webhook') return
      await run('DELETE FROM lag_project WHERE mirror_id = $1 AND project_id = $2', [mirrorId, projectId])
    }),
  canaries: async () => {
    const rows = await driver.run('SELECT repository_id, hash, at_ms FROM lag_canary')
    return new Map(
      rows.map((row) => [
        String(row['repository_id']),
        { hash: String(row['hash']), at: Number(row['at_ms']) },
      ]),
    )
  },
  keepCanary: async (repositoryId, hash, at) => {
    await driver.transaction(async (run) => {
      await keepTime(run, 'canary', at)
      await run(
        `INSERT INTO lag_canary (repository_id, hash, at_ms) VALUES ($1, $2, $3)
         ON CONFLICT (repository_id) DO UPDATE SET hash = excluded.hash, at_ms = excluded.at_ms`,
        [repositoryId, hash, at],
      )
    })
  },
})
