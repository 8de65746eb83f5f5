import * as v from 'valibot'
import { type ActivityEntry, activityEntry } from '#contract/activity.ts'
import type { Decision } from '#gateway/forward/decision.ts'
import type { SqlDriver, SqlRow } from './sql-driver.ts'

/** The writes that went through this console. */
export type DecisionStore = {
  readonly add: (decision: Decision) => Promise<void>
  /** The newest first; after a cursor those before it. Reads one more than `limit`, to say whether there are any. */
  readonly read: (
    before: string | null,
    limit: number,
  ) => Promise<{ readonly entries: readonly ActivityEntry[]; readonly hasMore: boolean }>
  /** When the oldest was made, epoch ms; `null` when there is none. */
  readonly keptSince: () => Promise<number | null>
}

const CURSOR = /^(\d{1,15})\.([\w.:-]{1,128})$/

/** Whether a text can be a cursor. */
export const isCursor = (text: string): boolean => CURSOR.test(text)

const idsIn = (text: string): Record<string, string> => v.parse(activityEntry.entries.ids, JSON.parse(text))

const entryOf = (row: SqlRow): ActivityEntry => ({
  cursor: `${String(row['at_ms'])}.${String(row['request_id'])}`,
  at: Number(row['at_ms']),
  requestId: String(row['request_id']),
  user: String(row['user_name']),
  isNamed: Number(row['is_named']) === 1,
  operation: String(row['operation']),
  ids: idsIn(String(row['ids'])),
  outcome: v.parse(activityEntry.entries.outcome, row['outcome']),
  status: row['status'] === null ? null : Number(row['status']),
})

/** The table of decisions in one database. */
export const createDecisionStore = (driver: SqlDriver): DecisionStore => ({
  add: async ({ time, requestId, user, userNamedBy, operation, ids, outcome, status }) => {
    await driver.transaction((run) =>
      run(
        `INSERT INTO decision (at_ms, request_id, user_name, is_named, operation, ids, outcome, status)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (at_ms, request_id) DO NOTHING`,
        [
          Date.parse(time),
          requestId,
          user,
          userNamedBy === 'bitbucket' ? 1 : 0,
          operation,
          JSON.stringify(ids),
          outcome,
          status,
        ],
      ),
    )
  },
  read: async (before, limit) => {
    const [, at = String(Number.MAX_SAFE_INTEGER), requestId = ''] = CURSOR.exec(before ?? '') ?? []
    const rows = await driver.run(
      `SELECT * FROM decision WHERE at_ms < $1 OR (at_ms = $1 AND request_id < $2)
       ORDER BY at_ms DESC, request_id DESC LIMIT $3`,
      [Number(at), requestId, limit + 1],
    )
    return { entries: rows.slice(0, limit).map(entryOf), hasMore: rows.length > limit }
  },
  keptSince: async () => {
    const [row] = await driver.run('SELECT at_ms FROM decision ORDER BY at_ms LIMIT 1')
    return row === undefined ? null : Number(row['at_ms'])
  },
})
