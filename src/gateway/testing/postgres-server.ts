import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { freePort } from './proxy-program.ts'

const DEBIAN = '/usr/lib/postgresql'

/** Folders with PostgreSQL's programs: the usual path, and those where Debian keeps one for each version. */
const folders = (): readonly string[] => [
  ...(process.env['PATH'] ?? '').split(':'),
  ...(existsSync(DEBIAN) ? readdirSync(DEBIAN).map((version) => join(DEBIAN, version, 'bin')) : []),
]

const findPrograms = (): string | null =>
  folders().find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null

/** Whether PostgreSQL can be started here. */
export const hasPostgres = (): boolean => findPrograms() !== null

const program = (name: string): string => join(findPrograms() ?? '', name)

const idOf = (user: string, what: '-u' | '-g'): number | null => {
  const { stdout, status } = spawnSync('id', [what, user], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : null
}

/** PostgreSQL refuses to run as root, so root runs it as one of those who may do little. */
const lesserUser = (): { readonly uid?: number; readonly gid?: number } => {
  if (process.getuid?.() !== 0) return {}
  const user = idOf('postgres', '-u') === null ? 'nobody' : 'postgres'
  return { uid: idOf(user, '-u') ?? 65_534, gid: idOf(user, '-g') ?? 65_534 }
}

/** The user who has a password; everybody else needs none. */
const GUARDED_USER = 'guarded'

const ACCESS = `host all ${GUARDED_USER} 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n`

/** A PostgreSQL of the tests of one file, on loopback, with its data in a temporary folder. */
export type PostgresServer = {
  /** Makes an empty database and answers its address. */
  readonly newDatabase: () => Promise<string>
  /** The address of a database for a user whom the server lets in with the password `right` alone. */
  readonly guarded: (url: string, password: string) => string
  /** One statement in a database, by a connection of its own. */
  readonly query: (url: string, sql: string) => Promise<readonly Record<string, unknown>[]>
  /** Ends the server and every connection. */
  readonly stop: () => Promise<void>
  /** Starts it again, with the same data on the same port. */
  readonly start: () => Promise<void>
}

const query: PostgresServer['query'] = async (url, sql) => {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } finally {
    await client.end()
  }
}

/** Starts one before the first test of a suite, and ends it after the last. */
export const usePostgres = (): PostgresServer => {
  const user = lesserUser()
  let folder = ''
  let port = 0
  let child: ChildProcess | null = null
  let databases = 0
  const urlOf = (database: string): string => `postgres://console@127.0.0.1:${port}/${database}`
  // A server outlives whoever started it.
  const kill = (): void => {
    child?.kill('SIGQUIT')
  }

  const start = async (): Promise<void> => {
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off']
    const options = settings.flatMap((setting) => ['-c', setting])
    const started = spawn(program('postgres'), ['-D', join(folder, 'data'), ...options], {
      ...user,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    child = started
    let printed = ''
    started.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()))
    const ended = once(started, 'close').then(() => true)
    for (;;) {
      const isReady = await query(urlOf('postgres'), 'SELECT 1').then(
        () => true,
        () => false,
      )
      if (isReady) return
      const hasEnded = await Promise.race([ended, new Promise<false>((go) => setTimeout(go, 20, false))])
      if (hasEnded) throw new Error(`PostgreSQL ended at its start:\n${printed}`)
    }
  }

  const stop = async (): Promise<void> => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'close')
    // "Fast": it ends the connections instead of waiting for them.
    child.kill('SIGINT')
    await ended
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mirror-console-postgres-'))
    if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
    const options = ['-U', 'console', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']
    execFileSync(program('initdb'), ['-D', join(folder, 'data'), ...options], {
      ...user,
      cwd: folder,
      stdio: 'ignore',
    })
    writeFileSync(join(folder, 'data', 'pg_hba.conf'), ACCESS)
    port = await freePort()
    process.once('exit', kill)
    await start()
    await query(urlOf('postgres'), `CREATE ROLE ${GUARDED_USER} SUPERUSER LOGIN PASSWORD 'right'`)
  }, 60_000)

  afterAll(async () => {
    await stop()
    process.off('exit', kill)
    rmSync(folder, { recursive: true, force: true })
  })

  return {
    newDatabase: async () => {
      databases += 1
      await query(urlOf('postgres'), `CREATE DATABASE test_${databases}`)
      return urlOf(`test_${databases}`)
    },
    guarded: (url, password) => url.replace('//console@', `//${GUARDED_USER}:${password}@`),
    query,
    stop,
    start,
  }
}
