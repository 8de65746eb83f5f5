import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const ROOMS = [
  'src/contract',
  'src/health',
  'src/upstream',
  'src/app',
  'src/build',
  'src/gateway',
  'src/static-demo',
  'src/demo',
  'e2e',
  'bench',
  'check',
]
/** This file names what it forbids. */
const SELF = 'src/demo/house-rules.test.ts'
const CONFIGURATIONS = ['e2e/browsers/playwright.config.ts', 'e2e/playwright.config.ts']

const files = ['src', 'e2e', 'bench', 'check'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:tsx?|css)$/.test(entry.name))
    .map((entry) => {
      const place = join(entry.parentPath, entry.name)
      return { path: relative(ROOT, place).replaceAll('\\', '/'), text: readFileSync(place, 'utf8') }
    }),
)
const sources = files.filter(({ path }) => !path.endsWith('.css'))
const products = sources.filter(({ path }) => !/\.(?:test|spec)\.tsx?$|\/testing\//.test(path))

const linesOf = (text: string): number => text.split('\n').length - 1
const breaking = (rule: RegExp, among = sources): string[] =>
  among.flatMap(({ path, text }) => (rule.test(text) ? [path] : []))

describe('the house rules', () => {
  it('read the files of the project', () => {
    expect(files.length).toBeGreaterThan(50)
  })

  it('keep every file within 250 lines, and half of them within 60', () => {
    expect(files.filter(({ text }) => linesOf(text) > 250).map(({ path }) => path)).toEqual([])
    const sizes = products.map(({ text }) => linesOf(text)).toSorted((a, b) => a - b)
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(60)
  })

  it('let no import leave its folder upwards: "./" inside the folder, "#room/" outside', () => {
    expect(breaking(/(?:from|import|import\()\s*['"]\.\.\//)).toEqual([])
  })

  it('name a file after what it exports: no barrels and no collections such as utils', () => {
    const drawers = /^(?:index|utils?|helpers?|common|hooks|types|misc)(?:\.|$)/
    expect(
      files.map(({ path }) => path).filter((path) => path.split('/').some((part) => drawers.test(part))),
    ).toEqual([])
    expect(files.filter(({ path }) => basename(path) !== basename(path).toLowerCase())).toEqual([])
  })

  it('export by name, except where a tool asks for a default', () => {
    expect(breaking(/^export (?:default\b|\{[^}]*\bas default\b)/m).toSorted()).toEqual(CONFIGURATIONS)
    expect(breaking(/^export (?:\*|(?:type )?\{[^}]*\}) from /m)).toEqual([])
  })

  it('let no check be disabled without a reason', () => {
    const disabling = /(?:@ts-(?:ignore|nocheck)|(?:ox|es)lint-disable)/
    const disabled = sources.flatMap(({ path, text }) =>
      text.split('\n').flatMap((line) => {
        const isReasoned = /-- \S/.test(line)
        return (disabling.test(line) || line.includes('@ts-expect-error')) && !isReasoned
          ? [`${path}: ${line}`]
          : []
      }),
    )
    expect(disabled.filter((line) => !line.startsWith(SELF))).toEqual([])
  })

  it('let no test replace a module, since test files share them', () => {
    expect(breaking(/\bvi\.(?:do)?mock\(/i).filter((path) => path !== SELF)).toEqual([])
  })

  it('let no test give up after a second, as vi.waitFor does', () => {
    expect(breaking(/\bvi\.wait(?:For|Until)\(/).filter((path) => path !== SELF)).toEqual([
      'src/demo/testing/eventually.ts',
    ])
  })

  it('let MSW into the static demonstration alone, and into tests', () => {
    expect(breaking(/(?:from|import|import\()\s*['"]msw\b/, products)).toEqual([
      'src/static-demo/start-worker.ts',
    ])
  })

  it('let every dialog close with the same words', () => {
    const dialogs = products.filter(({ text }) => /<(?:Dialog|OverPage|WriteFooter|ModalBase)\b/.test(text))
    expect(dialogs.length).toBeGreaterThan(10)
    const ofItsOwn = /['">\s](?:Go back|Cancel|Close|Done|Dismiss|Back|OK)\s*['"<]/
    expect(breaking(ofItsOwn, dialogs)).toEqual([])
  })

  it('let no translator change commands and keys', () => {
    const shown = products.filter(({ path }) => path.startsWith('src/app/'))
    expect(breaking(/<(?:pre|code|kbd|samp|bdi)\b(?![^>]*\btranslate=)/, shown)).toEqual([])
  })

  it('let what is drawn later wait for its styles, which are in the second sheet', () => {
    const importing = products.filter(
      ({ path, text }) => path.startsWith('src/app/') && /import\(\s*'[^']*\.tsx'\)/.test(text),
    )
    expect(importing.length).toBeGreaterThan(20)
    const waiting = /\b(?:lazyPart|fetchPart)\(/
    // The pages are fetched by the routes, and the overview's details as a part of its page.
    const others = importing.filter(({ text }) => !waiting.test(text)).map(({ path }) => path)
    expect(others.toSorted()).toEqual([
      'src/app/features/overview/fetch-overview-details.ts',
      'src/app/start/pages.ts',
    ])
  })

  it('let no module of the app keep the clock that was there when it was loaded', () => {
    const inApp = products.filter(({ path }) => path.startsWith('src/app/'))
    expect(breaking(/\bDate\.now(?!\()/, inApp)).toEqual([])
  })

  it('contain no note about unfinished work', () => {
    expect(breaking(/\b(?:TODO|FIXME|XXX)\b/, files)).toEqual([SELF])
  })

  it('write an address that came over the wire into a link in one place only', () => {
    const inApp = products.filter(({ path }) => path.startsWith('src/app/'))
    expect(breaking(/\bhref=\{|\.href\s*=[^=]|window\.open\(/, inApp)).toEqual([
      // They lead to paths of this origin alone, or to parts of the page.
      'src/app/ui/page/link.tsx',
      'src/app/ui/page/origin-button.tsx',
      'src/app/ui/page/part-link.tsx',
      'src/app/ui/untrusted/safe-link.tsx',
    ])
  })

  it('import the styles of a Mantine part with it, where the first page does not have them', () => {
    const parts = ['Checkbox', 'Drawer', 'Modal', 'PasswordInput', 'Radio', 'SegmentedControl']
    const users = products.filter(({ path }) => path.startsWith('src/app/') && path.endsWith('.tsx'))
    const unstyled = parts.flatMap((part) => {
      const isUsed = new RegExp(`import \\{[^}]*\\b${part}\\b[^}]*\\} from '@mantine/core'`)
      return users
        .filter(({ text }) => isUsed.test(text) && !text.includes(`'@mantine/core/styles/${part}.css'`))
        .map(({ path }) => `${path}: ${part}`)
    })
    expect(unstyled).toEqual([])
  })

  it.each(ROOMS)('give %s a README of at most 25 lines, before any table', (room) => {
    const [prose = ''] = readFileSync(join(ROOT, room, 'README.md'), 'utf8').split(/^\|/m)
    expect(prose).toMatch(/^# /)
    expect(linesOf(prose)).toBeLessThanOrEqual(25)
  })
})
