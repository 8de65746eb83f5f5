import { statSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { HISTORY_KEPT_MS } from '#contract/history.ts'
import { seenRound } from '#gateway/testing/seen-round.ts'
import { temporaryFolder } from '#gateway/testing/temporary-folder.ts'
import { openSqlite } from './sqlite-driver.ts'
import { createWatchStore } from './watch-store.ts'

const T = 1_800_000_000_000
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** Rounds whose times often meet, by a clock that is also set back; a mirror may be gone. */
const rounds = fc.array(
  fc.record({
    step: fc.integer({ min: -6, max: 6 }).map((half) => half * 30_000),
    seen: fc.dictionary(fc.constantFrom('a', 'b'), fc.constantFrom('healthy', 'failing')),
  }),
  { minLength: 1, maxLength: 30 },
)

describe('the spans that are kept', () => {
  it('are in order, do not overlap and end no later than the last round, whatever the clock does', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        const store = createWatchStore(await openSqlite(':memory:'))
        let at = T
        for (const { step, seen } of all) await store.addRound(seenRound((at += step), seen))
        const kept = await store.spansOf(['a', 'b'], { from: 0, to: 2 * T })
        await store.close()
        for (const spans of kept.values()) {
          for (const [index, { from, to }] of spans.entries()) {
            expect(from).toBeLessThanOrEqual(to)
            expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? from)
            expect(to).toBeLessThanOrEqual(at)
          }
        }
        for (const [id, verdict] of Object.entries(all.at(-1)?.seen ?? {})) {
          expect(kept.get(id)?.at(-1)).toMatchObject({ to: at, verdict })
        }
      }),
      { numRuns: 300 },
    )
  })
})

const MIRRORS = 100
const SPANS_A_DAY = 20
const SPAN = DAY / SPANS_A_DAY

/** All pairs of a number below `count` and one of the mirrors. */
const pairs = (count: number): string => `WITH RECURSIVE
  step (k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM step WHERE k < ${count - 1}),
  fleet (j) AS (SELECT 0 UNION ALL SELECT j + 1 FROM fleet WHERE j < ${MIRRORS - 1})`
const ID = "'BXQ7-4N2M-R1ZD-0' || (100 + j)"

describe('ninety days of a hundred mirrors that change every hour or so', () => {
  it('fit into a file of 200 MB, of which the last day is told in full', { timeout: 120_000 }, async () => {
    const path = join(temporaryFolder(), 'watch.db')
    const driver = await openSqlite(path)
    onTestFinished(() => driver.close())
    const store = createWatchStore(driver)
    await store.prepare()
    const first = T - HISTORY_KEPT_MS
    const spans = (HISTORY_KEPT_MS / DAY) * SPANS_A_DAY
    await driver.transaction(async (run) => {
      await run(`INSERT INTO span (mirror_id, from_ms, to_ms, verdict) ${pairs(spans - 1)}
        SELECT ${ID}, ${first} + k * ${SPAN} + j, ${first} + (k + 1) * ${SPAN} + j,
          CASE WHEN k % 2 = 0 THEN 'healthy' ELSE 'synchronizing' END FROM step, fleet`)
      await run(`INSERT INTO mirror (id, from_ms, to_ms, verdict) ${pairs(1)}
        SELECT ${ID}, ${T - SPAN} + j, ${T}, 'healthy' FROM fleet`)
      const steps = [
        [60_000, 2 * DAY],
        [HOUR, HISTORY_KEPT_MS],
      ] as const
      for (const [step, kept] of steps) {
        await run(`INSERT INTO measure
            (step_ms, mirror_id, at_ms, answers, took_sum, took_max, clocks, clock_sum) ${pairs(kept / step)}
          SELECT ${step}, ${ID}, ${T} - k * ${step}, ${step / 30_000}, 41 * ${step / 30_000}, 230,
            ${step / 30_000}, -300 FROM step, fleet`)
      }
    })
    const ids = Array.from({ length: MIRRORS }, (_none, at) => `BXQ7-4N2M-R1ZD-0${100 + at}`)
    const told = await store.spansOf(ids, { from: T - DAY, to: T })
    expect(told.size).toBe(MIRRORS)
    for (const [, { length }] of told) expect(length).toBe(SPANS_A_DAY + 1)
    await store.addRound(seenRound(T + 30_000, { [ids[0] ?? '']: 'healthy' }))
    const of90Days = await store.spansOf(ids.slice(0, 1), { from: first, to: T + 30_000 })
    expect([...of90Days.values()].map(({ length }) => length)).toEqual([spans])
    await driver.close()
    expect(statSync(path).size).toBeLessThanOrEqual(200_000_000)
  })
})
