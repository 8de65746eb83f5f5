/**
 * A program that, once it is told to by a line, adds rounds to a file of SQLite as fast as it can, and prints the time of
 * each when it is kept. It ends only when it is killed. In every round each mirror has another verdict than before, so
 * that a round is a span of each.
 */
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { openSqlite } from '#gateway/watch/store/sqlite-driver.ts'
import { createWatchStore } from '#gateway/watch/store/watch-store.ts'
import { seenRound } from './seen-round.ts'

await once(process.stdin, 'data')
const store = createWatchStore(await openSqlite(process.argv[2] ?? ''))
for (let at = ((await store.lastRoundAt()) ?? 1_800_000_000_000) + 1000; ; at += 1000) {
  const verdict = at % 2000 === 0 ? 'healthy' : 'unreachable'
  await store.addRound(seenRound(at, { a: verdict, b: verdict, c: verdict }))
  writeSync(1, `${at}\n`)
}
