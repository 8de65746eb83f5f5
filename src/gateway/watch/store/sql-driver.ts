/** A value as both databases take and give it. Integers are below 2^53. */
export type SqlValue = string | number | null

/** A row by column name. */
export type SqlRow = Readonly<Record<string, SqlValue>>

/** Runs one statement; `$1`, `$2` … stand for the values. */
export type RunSql = (sql: string, values?: readonly SqlValue[]) => Promise<readonly SqlRow[]>

/** One database. Both speak the part of SQL that {@link createWatchStore} uses. */
export type SqlDriver = {
  readonly run: RunSql
  /** All of `work` or nothing of it; nobody else sees anything of it before. Within, only the given `run` may be used. */
  readonly transaction: <T>(work: (run: RunSql) => Promise<T>) => Promise<T>
  /** Whether this process is the one that writes. It may change with every call. */
  readonly isLeader: () => Promise<boolean>
  /** Ends it after what was begun; afterwards everything rejects. May be called again. */
  readonly close: () => Promise<void>
}
