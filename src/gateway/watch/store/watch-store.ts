import type { HistoryMeasure, HistorySpan } from '#contract/history.ts'
import type { Round } from '#gateway/watch/observation.ts'
import type { TimeRange } from '#gateway/watch/time-range.ts'
import { type DecisionStore, createDecisionStore } from './decision-store.ts'
import { createLagStore, type LagStore } from './lag-store.ts'
import { readMeasures, writeMeasures } from './measure-table.ts'
import { migrate } from './migrations.ts'
import { forgetAhead, forgetOld } from './retention.ts'
import { createSilenceStore, type SilenceStore } from './silence-store.ts'
import { readSpans, writeSpans } from './span-table.ts'
import type { SqlDriver } from './sql-driver.ts'

/**
 * Where the watch keeps what it saw. Every function rejects with the database's error when it cannot be used, and works
 * again when the database does.
 */
export type WatchStore = {
  /**
   * Brings the database up to date, which every other function does too where it was not done.
   *
   * @throws ConfigError when a newer version of the console has written it.
   */
  readonly prepare: () => Promise<void>
  /** Keeps one round, all of it or nothing. */
  readonly addRound: (round: Round) => Promise<void>
  /** The spans that touch a time, by mirror, in order. */
  readonly spansOf: (
    mirrorIds: readonly string[],
    range: TimeRange,
  ) => Promise<ReadonlyMap<string, readonly HistorySpan[]>>
  /** What was measured of one mirror, in order, and in which steps (ms): minutes of the last two days, hours before. */
  readonly measuresOf: (
    mirrorId: string,
    range: TimeRange,
  ) => Promise<{ readonly stepMs: number; readonly measures: readonly HistoryMeasure[] }>
  /** When the last round was kept, epoch ms; `null` before the first. */
  readonly lastRoundAt: () => Promise<number | null>
  readonly decisions: DecisionStore
  readonly lag: LagStore
  readonly silences: SilenceStore
  /** Whether this process is the one that watches. */
  readonly isLeader: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/** How often what is too old is removed, in ms. */
const FORGET_EVERY_MS = 3_600_000

/** {@link driver} once its tables are as they are today. */
const createPrepared = (driver: SqlDriver) => {
  let isReady = false
  const prepare = async (): Promise<void> => {
    if (isReady) return
    await migrate(driver)
    isReady = true
  }
  // Where nothing is to be prepared, it begins at once, so that a close that follows waits for it.
  const prepared: SqlDriver = {
    ...driver,
    run: (sql, values) => (isReady ? driver.run(sql, values) : prepare().then(() => driver.run(sql, values))),
    transaction: (work) =>
      isReady ? driver.transaction(work) : prepare().then(() => driver.transaction(work)),
  }
  return { prepare, prepared }
}

/** A store in one database. */
export const createWatchStore = (database: SqlDriver): WatchStore => {
  const { prepare, prepared: driver } = createPrepared(database)
  let forgotAt = Number.NEGATIVE_INFINITY
  return {
    prepare,
    addRound: async (round) => {
      const isTimeToForget = Math.abs(round.at - forgotAt) >= FORGET_EVERY_MS
      await driver.transaction(async (run) => {
        await forgetAhead(run, round.at)
        await writeSpans(run, round)
        await writeMeasures(run, round)
        await run(
          `INSERT INTO kept (name, at_ms) VALUES ('round', $1)
           ON CONFLICT (name) DO UPDATE SET at_ms = excluded.at_ms`,
          [round.at],
        )
        if (isTimeToForget) await forgetOld(run, round.at)
      })
      if (isTimeToForget) forgotAt = round.at
    },
    spansOf: (mirrorIds, range) => readSpans(driver.run, mirrorIds, range),
    measuresOf: (mirrorId, range) => readMeasures(driver.run, mirrorId, range),
    lastRoundAt: async () => {
      const [row] = await driver.run("SELECT at_ms FROM kept WHERE name = 'round'")
      return row === undefined ? null : Number(row['at_ms'])
    },
    decisions: createDecisionStore(driver),
    lag: createLagStore(driver),
    silences: createSilenceStore(driver),
    isLeader: () => driver.isLeader(),
    close: () => driver.close(),
  }
}
