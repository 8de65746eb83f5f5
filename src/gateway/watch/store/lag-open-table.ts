import type { OpenKind, OpenLag } from '#gateway/watch/lag/open-lag.ts'
import type { RunSql, SqlRow } from './sql-driver.ts'

/**
 * Pushes that are kept waiting for one mirror. Beyond them the newest are not counted: how far a mirror is behind is said
 * by the oldest, and one that is so far behind has no need of a more exact number.
 */
const MAX_OPEN = 2000

const KINDS: readonly OpenKind[] = ['webhook', 'canary', 'pending']

const openIn = (row: SqlRow): OpenLag => ({
  kind: KINDS.find((kind) => kind === row['kind']) ?? 'pending',
  mirrorId: String(row['mirror_id']),
  repositoryId: String(row['repository_id']),
  projectId: String(row['project_id']),
  at: Number(row['at_ms']),
  toldAt: Number(row['told_ms']),
})

/** Keeps one that is open, unless too many of its mirror are. */
export const writeOpen = async (run: RunSql, open: OpenLag): Promise<void> => {
  const { kind, mirrorId, repositoryId, projectId, at, toldAt } = open
  const [row] = await run('SELECT COUNT(*) AS open FROM lag_open WHERE mirror_id = $1', [mirrorId])
  if (Number(row?.['open'] ?? 0) >= MAX_OPEN) return
  await run(
    `INSERT INTO lag_open (kind, mirror_id, repository_id, project_id, at_ms, told_ms)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (mirror_id, kind, repository_id, at_ms) DO NOTHING`,
    [kind, mirrorId, repositoryId, projectId, at, toldAt],
  )
}

/** Removes one; whether it was there. */
export const removeOpen = async (
  run: RunSql,
  open: Omit<OpenLag, 'toldAt' | 'projectId'>,
): Promise<boolean> => {
  const { kind, mirrorId, repositoryId, at } = open
  const rows = await run(
    `DELETE FROM lag_open WHERE kind = $1 AND mirror_id = $2 AND repository_id = $3 AND at_ms = $4
     RETURNING at_ms`,
    [kind, mirrorId, repositoryId, at],
  )
  return rows.length > 0
}

/** What is open of one repository and one mirror. */
export const openOf = async (
  run: RunSql,
  { repositoryId, mirrorId }: Pick<OpenLag, 'repositoryId' | 'mirrorId'>,
): Promise<readonly OpenLag[]> =>
  (
    await run('SELECT * FROM lag_open WHERE repository_id = $1 AND mirror_id = $2', [repositoryId, mirrorId])
  ).map(openIn)

/** What is open for a mirror since before a time (epoch ms by the gateway's clock), the oldest first, at most `limit`. */
export const openBefore = async (
  run: RunSql,
  mirrorId: string,
  before: number,
  limit: number,
): Promise<readonly OpenLag[]> => {
  const rows = await run(
    `SELECT * FROM lag_open WHERE mirror_id = $1 AND told_ms <= $2
     ORDER BY told_ms, repository_id, kind LIMIT $3`,
    [mirrorId, before, limit],
  )
  return rows.map(openIn)
}

/** The oldest that is open of each kind, mirror and repository. */
export const oldestOpen = async (run: RunSql): Promise<readonly OpenLag[]> =>
  (
    await run(
      `SELECT kind, mirror_id, repository_id, MIN(project_id) AS project_id, MIN(at_ms) AS at_ms,
         MIN(told_ms) AS told_ms
       FROM lag_open GROUP BY kind, mirror_id, repository_id`,
    )
  ).map(openIn)
