import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc')

/** The rooms that a room's own configuration lets it enter. */
const doorsOf = (room: string): string[] => {
  const configuration: unknown = JSON.parse(readFileSync(join(ROOT, 'src', room, 'tsconfig.json'), 'utf8'))
  const references: unknown = Reflect.get(Object(configuration), 'references')
  return Array.isArray(references)
    ? references.map((reference: unknown) =>
        join(ROOT, 'src', room, String(Reflect.get(Object(reference), 'path'))),
      )
    : []
}

/** Compiles lines of code as if each were a file of that room; answers the error codes of each. */
const compileIn = (room: string, lines: readonly string[]): string[][] => {
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  const place = mkdtempSync(join(ROOT, '.cache', `walls-${room}-`))
  try {
    const names = lines.map((_line, index) => `line-${index}.ts`)
    for (const [index, line] of lines.entries()) writeFileSync(join(place, `line-${index}.ts`), `${line}\n`)
    const configuration = {
      extends: join(ROOT, 'src', room, 'tsconfig.json'),
      compilerOptions: { outDir: './out', tsBuildInfoFile: './out/proof.tsbuildinfo', rootDir: ROOT },
      include: names,
      exclude: [],
      references: doorsOf(room).map((path) => ({ path })),
    }
    writeFileSync(join(place, 'tsconfig.json'), JSON.stringify(configuration))
    const run = spawnSync(process.execPath, [TSC, '-b', '--pretty', 'false', place], {
      cwd: ROOT,
      encoding: 'utf8',
    })
    const complaints = run.stdout.split('\n').filter((line) => line.includes('error TS'))
    return names.map((name) =>
      complaints.flatMap((line) => {
        const code = line.includes(`${name}(`) ? /error (TS\d+)/.exec(line)?.[1] : undefined
        return code === undefined ? [] : [code]
      }),
    )
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

const NOT_IN_THIS_ROOM = 'TS6307'
const NO_SUCH_NAME = /^TS(?:2304|2307|2339|2580|2584|2591|2592)$/

describe('the borders between the rooms', { timeout: 60_000 }, () => {
  it('keep the small Bitbucket, the demonstration, the gateway and Node out of the app', () => {
    const [contract, upstream, gateway, node, server, demonstration] = compileIn('app', [
      "import { isSafeId } from '#contract/path.ts'; export const safe = isSafeId(document.title)",
      "import { SEED_NAMES } from '#upstream/seed-names.ts'; export const names = SEED_NAMES.length",
      "import { COMMON_HEADERS } from '#gateway/document/document-policy.ts'; export const headers = Object.keys(COMMON_HEADERS)",
      "import { createServer } from 'node:http'; export const listen = () => createServer().listen(0)",
      'export const home = String(process.cwd())',
      "import { STATIC_NONCE } from '#static-demo/document-names.ts'; export const nonce = STATIC_NONCE",
    ])
    expect(contract).toEqual([])
    expect(upstream).toContain(NOT_IN_THIS_ROOM)
    expect(gateway).toContain(NOT_IN_THIS_ROOM)
    expect(node?.[0]).toMatch(NO_SUCH_NAME)
    expect(server?.[0]).toMatch(NO_SUCH_NAME)
    expect(demonstration).toContain(NOT_IN_THIS_ROOM)
  })

  it('keep the browser, the small Bitbucket and the demonstration out of the gateway', () => {
    const [node, browser, upstream, demonstration] = compileIn('gateway', [
      "import { createServer } from 'node:http'; export const listen = () => createServer().listen(0)",
      'export const title = document.title',
      "import { SEED_NAMES } from '#upstream/seed-names.ts'; export const names = SEED_NAMES.length",
      "import { STATIC_NONCE } from '#static-demo/document-names.ts'; export const nonce = STATIC_NONCE",
    ])
    expect(node).toEqual([])
    expect(browser?.[0]).toMatch(NO_SUCH_NAME)
    expect(upstream).toContain(NOT_IN_THIS_ROOM)
    expect(demonstration).toContain(NOT_IN_THIS_ROOM)
  })

  it('keep Node and the room that builds it out of the demonstration', () => {
    const [page, node, builder] = compileIn('static-demo', [
      "import { SEED_NAMES } from '#upstream/seed-names.ts'; export const names = SEED_NAMES.length + document.title.length",
      "import { createServer } from 'node:http'; export const listen = () => createServer().listen(0)",
      "import { repeat } from '#demo/repeat.ts'; export const again = repeat",
    ])
    expect(page).toEqual([])
    expect(node?.[0]).toMatch(NO_SUCH_NAME)
    expect(builder).toContain(NOT_IN_THIS_ROOM)
  })

  it('keep everything but the language out of the contract', () => {
    const [language, browser, node, upstream] = compileIn('contract', [
      'export const now: number = Math.max(1, 2)',
      'export const title = document.title',
      "import { readFileSync } from 'node:fs'; export const read = () => readFileSync('x')",
      "import { SEED_NAMES } from '#upstream/seed-names.ts'; export const names = SEED_NAMES.length",
    ])
    expect(language).toEqual([])
    expect(browser?.[0]).toMatch(NO_SUCH_NAME)
    expect(node?.[0]).toMatch(NO_SUCH_NAME)
    expect(upstream).toContain(NOT_IN_THIS_ROOM)
  })
})
