import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { startEmbeddedBitbucket } from '#demo/embedded-bitbucket.ts'
import { startProgram } from '#demo/testing/start-program.ts'
import { LISTED_SETTINGS } from './command/listed-settings.ts'
import { nodeTooOld } from './command/node-too-old.ts'
import { makeArchive, unpackArchive } from './testing/packaged-console.ts'
import { hasPostgres, usePostgres } from './testing/postgres-server.ts'
import { OWN_HEADERS } from './testing/running-gateway.ts'
import { temporaryFolder } from './testing/temporary-folder.ts'

let folder = ''
let archive = ''
let unpacked: ReturnType<typeof unpackArchive>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mirror-console-package-'))
  archive = await makeArchive(join(folder, 'made'))
  unpacked = unpackArchive(archive, join(folder, 'empty'))
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const above = (place: string): string[] =>
  dirname(place) === place ? [place] : [place, ...above(dirname(place))]

/** As on a machine that has Node and nothing of this project: no module is found, and no network is needed. */
const run = (args: readonly string[], env: Record<string, string> = {}, node = process.execPath) => {
  const { status, stdout, stderr } = spawnSync(node, [unpacked.program, ...args], {
    cwd: '/',
    env,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const smallBitbucket = async (): Promise<string> => {
  const bitbucket = await startEmbeddedBitbucket({}, { upstream: 0, mirrors: 0, secure: null })
  onTestFinished(() => bitbucket.close(0))
  return bitbucket.upstream.href
}

describe('the archive', { timeout: 120_000 }, () => {
  it('is the same for the same input, byte by byte', async () => {
    const again = await makeArchive(temporaryFolder())
    expect(readFileSync(again).equals(readFileSync(archive))).toBe(true)
  })

  it('has the app, the gateway, the licences and the list of what is in it, and no folder of modules', () => {
    expect(above(unpacked.home).filter((place) => existsSync(join(place, 'node_modules')))).toEqual([])
    expect(readdirSync(unpacked.home).toSorted()).toEqual([
      'LICENSE',
      'VERSION',
      'app',
      'deploy',
      'gateway',
      'licences.txt',
      'mirror-console.cdx.json',
      'mirror-console.mjs',
      'package.json',
    ])
    const listed = readFileSync(join(unpacked.home, 'mirror-console.cdx.json'), 'utf8')
    for (const name of ['react', 'undici', 'pg', 'jose']) expect(listed).toContain(`"name": "${name}"`)
    expect(listed).not.toContain('"name": "node"')
    expect(readFileSync(join(unpacked.home, 'licences.txt'), 'utf8')).toMatch(/^undici \S+: MIT$/m)
  })

  it('starts, serves its first page whole, and lists mirrors to those who sign in', async () => {
    const bitbucket = await smallBitbucket()
    const program = startProgram(unpacked.entry, { PORT: '0', BITBUCKET_URL: bitbucket }, temporaryFolder())
    const url = await program.waitForOutput(/^Mirror Console: (\S+)$/m)
    const page = await (await fetch(url)).text()
    const named = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path ?? '')
    expect(named.some((path) => path.endsWith('.js'))).toBe(true)
    const unanswered = await Promise.all(
      named.map(async (path) => {
        const answer = await fetch(url + path)
        return answer.status === 200 && (await answer.text()) !== '' ? [] : [path]
      }),
    )
    expect(unanswered.flat()).toEqual([])
    const signedIn = await fetch(`${url}/-/session`, {
      method: 'POST',
      headers: { ...OWN_HEADERS, 'content-type': 'application/json' },
      body: '{"username":"admin","password":"admin"}',
    })
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const mirrors = await fetch(`${url}/rest/mirroring/latest/mirrorServers`, { headers: { cookie } })
    expect(await mirrors.text()).toContain('"baseUrl"')
    program.kill('SIGTERM')
    expect(await program.ended).toBe(0)
  })

  it('says its version and its settings, and refuses an unknown option', () => {
    const version = readFileSync(join(unpacked.home, 'VERSION'), 'utf8')
    expect(run(['--version'])).toEqual({ status: 0, stdout: version, stderr: '' })
    const { stdout } = run(['--help'])
    for (const { name } of LISTED_SETTINGS) expect(stdout).toContain(`  ${name}\n`)
    expect(run(['--prot'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'The option "--prot" is not known. --help lists the options.\n',
    })
  })

  it('keeps a store in a file, and checks it', async () => {
    const bitbucket = await smallBitbucket()
    const path = join(temporaryFolder(), 'watch.db')
    const env = {
      PORT: '0',
      BITBUCKET_URL: bitbucket,
      WATCH_TOKEN: 'admin-token',
      WATCH_STORE: `sqlite:${path}`,
    }
    const program = startProgram(unpacked.entry, env)
    await program.waitForOutput(/^Mirror Console: (\S+)$/m)
    program.kill('SIGTERM')
    expect(await program.ended).toBe(0)
    const check = startProgram(unpacked.entry, env, temporaryFolder(), ['--check'])
    expect(await check.ended).toBe(0)
    expect(check.output()).toContain('OK: WATCH_STORE can be opened, and is of this version.')
    const support = startProgram(unpacked.entry, env, temporaryFolder(), ['--support'])
    expect(await support.ended).toBe(0)
    expect(JSON.parse(support.output())).toMatchObject({ kind: 'mirror-console-support' })
    expect(support.output()).not.toContain('admin-token')
  })

  it('says on a Node that is too old that it needs a newer one, and runs on every other that is here', () => {
    const nodes = (process.env['PATH'] ?? '')
      .split(delimiter)
      .map((place) => join(place, 'node'))
      .filter((node) => existsSync(node))
    expect(nodes.length).toBeGreaterThan(0)
    for (const node of new Set([process.execPath, ...nodes])) {
      const version = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout.trim()
      const trouble = nodeTooOld(version)
      const { status, stderr } = run(['--version'], {}, node)
      expect({ version, status, stderr }).toEqual(
        trouble === null
          ? { version, status: 0, stderr: '' }
          : {
              version,
              status: 1,
              stderr: `${trouble}
`,
            },
      )
    }
  })
})

describe.skipIf(!hasPostgres())('the archive with PostgreSQL', { timeout: 120_000 }, () => {
  const postgres = usePostgres()

  it('keeps a store in PostgreSQL, where a password is asked for', async () => {
    const database = await postgres.newDatabase()
    const env = {
      PORT: '0',
      BITBUCKET_URL: await smallBitbucket(),
      WATCH_TOKEN: 'admin-token',
      WATCH_STORE: postgres.guarded(database, 'right'),
    }
    const program = startProgram(unpacked.entry, env)
    await program.waitForOutput(/^Mirror Console: (\S+)$/m)
    await expect
      .poll(() => postgres.query(database, 'SELECT id FROM mirror'), { timeout: 30_000 })
      .not.toEqual([])
    const check = startProgram(unpacked.entry, env, temporaryFolder(), ['--check'])
    expect(await check.ended).toBe(0)
    expect(check.output()).toContain('OK: WATCH_STORE can be opened, and is of this version.')
  })
})
