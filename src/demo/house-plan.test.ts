import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { breachesOf } from './testing/house-plan.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const APP = join(ROOT, 'src/app')

const appFiles = readdirSync(APP, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => {
    const place = join(entry.parentPath, entry.name)
    return { path: relative(APP, place).replaceAll('\\', '/'), text: readFileSync(place, 'utf8') }
  })

const file = (path: string, ...imports: readonly string[]) => ({
  path,
  text: imports.map((target) => `import '${target}'\n`).join(''),
})

describe('the plan of the app', () => {
  it('is followed by every file', () => {
    expect(appFiles.length).toBeGreaterThan(300)
    expect(breachesOf(appFiles)).toEqual([])
  })

  it.each([
    [
      'an import upwards',
      file('text/age.ts', '#app/api/client.ts'),
      'upwards: text/age.ts imports api/client.ts',
    ],
    [
      'a dynamic import upwards',
      { path: 'ui/page/page.tsx', text: "await import('#app/shell/frame.tsx')" },
      'upwards: ui/page/page.tsx imports shell/frame.tsx',
    ],
    [
      'a feature that imports another',
      file('features/mirrors/a.ts', '#app/features/requests/b.ts'),
      'between features: features/mirrors/a.ts imports features/requests/b.ts',
    ],
    [
      'a dynamic import of another feature',
      { path: 'features/mirrors/a.ts', text: "import('#app/features/requests/b.ts')" },
      'between features: features/mirrors/a.ts imports features/requests/b.ts',
    ],
    [
      'a noun that imports a later one',
      file('domain/mirror/a.ts', '#app/domain/fleet/b.ts'),
      'a later noun: domain/mirror/a.ts imports domain/fleet/b.ts',
    ],
    [
      'a shell that knows a feature',
      file('shell/frame.tsx', '#app/features/session/sign-in.tsx'),
      'shell knows a feature: shell/frame.tsx imports features/session/sign-in.tsx',
    ],
    ['paths that import', file('paths.ts', './paths.ts'), 'paths.ts imports: paths.ts imports paths.ts'],
    ['a file in the root', file('helper.ts'), 'no file of src/app itself: helper.ts'],
    ['a folder that is no layer', file('data/client.ts'), 'no layer: data/client.ts'],
    ['a folder that is no noun', file('domain/thing/a.ts'), 'no noun: domain/thing/a.ts'],
  ])('names %s', (_what, breach, words) => {
    expect(breachesOf([breach])).toEqual([words])
  })

  it('names two files of one name, and a crowded folder', () => {
    expect(breachesOf([file('text/age.ts'), file('ui/page/age.tsx')])).toEqual(['2 files named age'])
    const crowd = Array.from({ length: 31 }, (_none, at) => file(`text/t${String(at)}.ts`))
    expect(breachesOf(crowd)).toEqual(['31 files in text'])
  })

  it('accepts what the plan allows', () => {
    expect(
      breachesOf([
        file(
          'features/mirrors/list/a.ts',
          '#app/domain/fleet/b.ts',
          './c.ts',
          '#app/features/mirrors/details/d.ts',
        ),
        file('domain/fleet/b.ts', '#app/domain/mirror/e.ts', '#contract/page.ts'),
        file('start/main.tsx', '#app/shell/f.tsx', '#app/features/session/g.tsx'),
        file('text/h.test.ts', '#app/start/main.tsx'),
      ]),
    ).toEqual([])
  })
})

/** Files below `src/app` that each break one rule of the linter, and files beside them that break none. */
const LINTED: Readonly<Record<string, { readonly text: string; readonly rule: string | null }>> = {
  'paths.ts': { text: "import './text/age.ts'", rule: 'no-restricted-imports' },
  'text/up.ts': { text: "import '#app/browser/wait.ts'", rule: 'no-restricted-imports' },
  'browser/up.ts': { text: "import '#app/api/client.ts'", rule: 'no-restricted-imports' },
  'api/up.ts': { text: "import '#app/ui/page/page.tsx'", rule: 'no-restricted-imports' },
  'ui/page/up.ts': { text: "import '#app/domain/mirror/mirrors.ts'", rule: 'no-restricted-imports' },
  'domain/mirror/up.ts': { text: "import '#app/domain/fleet/incidents.ts'", rule: 'no-restricted-imports' },
  'domain/fleet/up.ts': { text: "import '#app/features/overview/a.ts'", rule: 'no-restricted-imports' },
  'features/mirrors/up.ts': { text: "import '#app/shell/frame.tsx'", rule: 'no-restricted-imports' },
  'shell/up.ts': { text: "import '#app/features/session/a.ts'", rule: 'no-restricted-imports' },
  'text/cycle-a.ts': {
    text: "import type { B } from './cycle-b.ts'\nexport type A = { b: B }",
    rule: 'no-cycle',
  },
  'text/cycle-b.ts': {
    text: "import type { A } from './cycle-a.ts'\nexport type B = { a: A }",
    rule: 'no-cycle',
  },
  'text/age.ts': { text: 'export const age = 1', rule: null },
  'domain/fleet/down.ts': { text: "import '#app/domain/mirror/mirrors.ts'", rule: null },
  'features/mirrors/down.ts': { text: "import '#app/domain/fleet/incidents.ts'", rule: null },
  'start/down.ts': { text: "import '#app/features/session/a.ts'", rule: null },
}

describe('the linter', () => {
  it('reports a layer, a noun or a cycle of types that breaks the plan, and nothing else', () => {
    const place = mkdtempSync(join(tmpdir(), 'mirror-console-plan-'))
    try {
      copyFileSync(join(ROOT, '.oxlintrc.json'), join(place, '.oxlintrc.json'))
      for (const [path, { text }] of Object.entries(LINTED)) {
        mkdirSync(dirname(join(place, 'src/app', path)), { recursive: true })
        writeFileSync(join(place, 'src/app', path), `${text}\n`)
      }
      const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint')
      const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'unix'], {
        cwd: place,
        encoding: 'utf8',
      })
      const said = Object.fromEntries(
        Object.keys(LINTED).map((path) => {
          const lines = stdout.split('\n').filter((line) => line.startsWith(`src/app/${path}:`))
          return [path, lines.map((line) => /\((.*?)\)\]?$/.exec(line)?.[1] ?? line)]
        }),
      )
      const expected = Object.entries(LINTED).map(([path, { rule }]) => [path, rule === null ? [] : [rule]])
      expect(said).toEqual(Object.fromEntries(expected))
    } finally {
      rmSync(place, { recursive: true, force: true })
    }
  })
})
