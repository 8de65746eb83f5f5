import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { hasPostgres, usePostgres } from '#gateway/testing/postgres-server.ts'
import { temporaryFolder } from '#gateway/testing/temporary-folder.ts'
import { openWatchStore } from '#gateway/watch/store/open-watch-store.ts'
import { openSqlite } from '#gateway/watch/store/sqlite-driver.ts'
import { lineOfFinding } from './finding.ts'
import { inspectStore } from './inspect-store.ts'

const at = async (path: string) => lineOfFinding((await inspectStore({ kind: 'sqlite', path })).finding)

const newPath = () => join(temporaryFolder(), 'watch.db')

describe('a check of the store', () => {
  it('makes no file', async () => {
    const path = newPath()
    expect(await at(path)).toMatch(/^OK: WATCH_STORE names a file that is not there yet/)
    expect(existsSync(path)).toBe(false)
    expect(await at(join(path, 'watch.db'))).toMatch(
      /^Wrong: WATCH_STORE names a file in a folder that does not exist/,
    )
  })

  it('says of which version it is, and changes none', async () => {
    const path = newPath()
    await (await openWatchStore({ kind: 'sqlite', path })).close()
    expect(await at(path)).toBe('OK: WATCH_STORE can be opened, and is of this version.')
    for (const [version, line] of [
      [1, /^OK: .* older version/],
      [99, /^Wrong: .* newer version/],
    ] as const) {
      const driver = await openSqlite(path)
      await driver.run('UPDATE schema_version SET version = $1', [version])
      await driver.close()
      expect(await at(path)).toMatch(line)
    }
  })

  it('says that it is in use, which is right while the console runs', async () => {
    const path = newPath()
    const store = await openWatchStore({ kind: 'sqlite', path })
    onTestFinished(() => store.close())
    expect(await at(path)).toMatch(/^Note: WATCH_STORE is in use by another process/)
  })

  it('says that it is something else', async () => {
    const path = newPath()
    writeFileSync(path, 'not a database, but long enough to be looked at'.repeat(40))
    expect(await at(path)).toMatch(/^Wrong: WATCH_STORE names a file that is not a database of SQLite/)
  })

  it('leaves a database of another program as it is', async () => {
    const path = newPath()
    const { DatabaseSync } = await import('node:sqlite')
    const other = new DatabaseSync(path)
    other.exec('CREATE TABLE other (id TEXT)')
    other.close()
    const before = readFileSync(path)
    expect(await at(path)).toBe('Wrong: WATCH_STORE names a database of another program. Name another file.')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('says that PostgreSQL is away, without its password', async () => {
    const url = 'postgres://console:canary@127.0.0.1:1/console'
    const { bytes, finding } = await inspectStore({ kind: 'postgres', url })
    expect(lineOfFinding(finding)).toMatch(
      /^Wrong: WATCH_STORE cannot be opened: nothing listens at this address/,
    )
    expect(lineOfFinding(finding)).not.toContain('canary')
    expect(bytes).toBe(null)
  })
})

describe.skipIf(!hasPostgres())('a check of PostgreSQL', () => {
  const postgres = usePostgres()

  it('makes no table, and says of which version it is and how large', async () => {
    const url = await postgres.newDatabase()
    expect((await inspectStore({ kind: 'postgres', url })).finding.text).toMatch(/It is empty/)
    await (await openWatchStore({ kind: 'postgres', url })).close()
    const { bytes, finding } = await inspectStore({ kind: 'postgres', url })
    expect(finding.text).toBe('WATCH_STORE can be opened, and is of this version.')
    expect(bytes).toBeGreaterThan(1_000_000)
  })

  it('says what the server refuses', async () => {
    const url = await postgres.newDatabase()
    const wrongPassword = await inspectStore({ kind: 'postgres', url: postgres.guarded(url, 'canary') })
    expect(wrongPassword.finding).toEqual({
      verdict: 'Wrong',
      text: 'WATCH_STORE cannot be opened: the server refuses this user or password.',
    })
    const missing = await inspectStore({ kind: 'postgres', url: `${url}-not-there` })
    expect(missing.finding.text).toMatch(/the server has no database of this name\. Create it\.$/)
  })
})
