import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ConfigError } from '#gateway/ops/config-error.ts'
import { asLesserUser } from '#gateway/testing/as-lesser-user.ts'
import { startWriter } from '#gateway/testing/killed-writer.ts'
import { seenRound } from '#gateway/testing/seen-round.ts'
import { temporaryFolder } from '#gateway/testing/temporary-folder.ts'
import { migrate } from './migrations.ts'
import { openWatchStore } from './open-watch-store.ts'
import { openSqlite } from './sqlite-driver.ts'

const NO_TABLES = 'WATCH_STORE names a file that cannot be used: its tables could not be made or read.'
const CANNOT_OPEN = 'WATCH_STORE names a file that cannot be opened; its folder must exist and be writable.'

/** A folder that everybody may enter, and the path of a file in it. */
const newPath = (): { readonly folder: string; readonly path: string } => {
  const folder = temporaryFolder()
  chmodSync(folder, 0o755)
  return { folder, path: join(folder, 'watch.db') }
}

const openAndClose = async (path: string): Promise<void> =>
  (await openWatchStore({ kind: 'sqlite', path })).close()

/** The sentence that stops the start; `null` where nothing does. */
const refusalOf = async (opening: Promise<void>): Promise<string | null> => {
  try {
    await opening
    return null
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    return error instanceof Error ? error.message : ''
  }
}

describe('a store that cannot be opened stops the start, and says why in a sentence', () => {
  it('a file that may only be read', async () => {
    const { folder, path } = newPath()
    await openAndClose(path)
    chmodSync(path, 0o444)
    chmodSync(folder, 0o777)
    expect(await refusalOf(asLesserUser(() => openAndClose(path)))).toBe(
      'WATCH_STORE names a file that cannot be written to.',
    )
  })

  it('a folder that may only be read', async () => {
    const { folder, path } = newPath()
    chmodSync(folder, 0o555)
    expect(await refusalOf(asLesserUser(() => openAndClose(path)))).toBe(CANNOT_OPEN)
  })

  it('a folder that is missing', async () => {
    expect(await refusalOf(openAndClose(join(newPath().folder, 'missing', 'watch.db')))).toBe(CANNOT_OPEN)
  })

  it('a folder in the place of the file', async () => {
    const { path } = newPath()
    mkdirSync(path)
    expect(await refusalOf(openAndClose(path))).toBe(CANNOT_OPEN)
  })

  it('a file that is no database', async () => {
    const { path } = newPath()
    writeFileSync(path, 'The minutes of the last meeting\n'.repeat(200))
    expect(await refusalOf(openAndClose(path))).toBe(
      'WATCH_STORE names a file that is not a database of SQLite, or it is damaged.',
    )
    expect(readFileSync(path, 'utf8')).toMatch(/^The minutes/)
  })

  it('a file whose pages are damaged', async () => {
    const { path } = newPath()
    await openAndClose(path)
    const bytes = readFileSync(path)
    writeFileSync(path, bytes.fill(0xa5, 100))
    expect(await refusalOf(openAndClose(path))).toBe(
      'WATCH_STORE names a file that is not a database of SQLite, or it is damaged.',
    )
  })

  it('a database of another program', async () => {
    const { path } = newPath()
    const driver = await openSqlite(path)
    await driver.run('CREATE TABLE mirror (glass TEXT)')
    await driver.close()
    expect(await refusalOf(openAndClose(path))).toBe(NO_TABLES)
  })

  it('a file that another process uses, and no longer once that process is gone', async () => {
    const { path } = newPath()
    const writer = startWriter(path)
    writer.go()
    await writer.hasWritten
    expect(await refusalOf(openAndClose(path))).toBe(
      'WATCH_STORE names a file that is in use by another process; several replicas need PostgreSQL.',
    )
    await writer.kill()
    expect(await refusalOf(openAndClose(path))).toBeNull()
  })

  it('a file of a newer version', async () => {
    const { path } = newPath()
    const driver = await openSqlite(path)
    await migrate(
      driver,
      Array.from({ length: 99 }, () => []),
    )
    await driver.close()
    expect(await refusalOf(openAndClose(path))).toBe(
      'WATCH_STORE was written by a newer version of Mirror Console. Start that version, or name another store.',
    )
  })
})

describe('a store that can be opened', () => {
  it('is a new file, which is there again at the next start', async () => {
    const { path } = newPath()
    const first = await openWatchStore({ kind: 'sqlite', path })
    expect(await first.isLeader()).toBe(true)
    await first.addRound(seenRound(5, { a: 'healthy' }))
    await first.close()
    const second = await openWatchStore({ kind: 'sqlite', path })
    onTestFinished(() => second.close())
    expect(await second.lastRoundAt()).toBe(5)
  })

  it('is memory of its own for each', async () => {
    const [one, other] = await Promise.all([
      openWatchStore({ kind: 'memory' }),
      openWatchStore({ kind: 'memory' }),
    ])
    onTestFinished(one.close)
    onTestFinished(other.close)
    await one.addRound(seenRound(5, { a: 'healthy' }))
    expect(await other.lastRoundAt()).toBeNull()
  })
})
