import { describe, expect, it } from 'vitest'
import { sharedByPages } from './shared-by-pages.ts'

type Imports = { readonly now?: readonly string[]; readonly later?: readonly string[] }

/** Four pages that share what the first, the second or neither needs; a dialog that two open later, and a package. */
const modules: Readonly<Record<string, Imports>> = {
  'src/pages.ts': { later: ['src/overview.tsx', 'src/mirrors.tsx', 'src/requests.tsx', 'src/projects.tsx'] },
  'src/overview.tsx': { now: ['src/health.ts', 'src/card.tsx'] },
  'src/mirrors.tsx': { now: ['src/table.tsx', 'src/health.ts'], later: ['src/dialog.tsx'] },
  'src/requests.tsx': { now: ['src/table.tsx', 'src/bar.tsx'], later: ['src/dialog.tsx'] },
  'src/projects.tsx': { now: ['src/bar.tsx'] },
  'src/table.tsx': { now: ['src/row.tsx', '/node_modules/parts/index.js'] },
  'src/row.tsx': { now: ['src/table.tsx'] },
  'src/dialog.tsx': { now: ['src/row.tsx', 'src/form.tsx'] },
  '/node_modules/parts/index.js': { now: ['/node_modules/parts/modal.js'] },
}

const graph = {
  getModuleInfo: (id: string) => {
    const { now = [], later = [] } = modules[id] ?? {}
    return { importedIds: now, dynamicallyImportedIds: later }
  },
}

describe('the chunks of what two pages need at once', () => {
  const shared = { pageList: 'src/pages.ts', atLeast: 2, landing: 2 }
  const namesFor = [0, 1, null].map((page) => sharedByPages({ ...shared, page }))
  const nameOf = (id: string, modules: typeof graph) =>
    namesFor.map((name) => name(id, modules)).find((name) => name !== null) ?? null

  it.each([
    ['src/table.tsx', 'landing-1'],
    ['src/row.tsx', 'landing-1'],
    ['src/bar.tsx', 'pages'],
    ['src/health.ts', 'landing-0'],
    ['src/card.tsx', null],
    ['src/mirrors.tsx', null],
    ['src/dialog.tsx', null],
    ['src/form.tsx', null],
    ['/node_modules/parts/index.js', null],
    ['/node_modules/parts/modal.js', null],
  ])('for %s is %s', (id, name) => {
    expect(nameOf(id, graph)).toBe(name)
  })
})

it('refuses a list without pages', () => {
  const nameOf = sharedByPages({ pageList: 'src/row.tsx', atLeast: 2, landing: 2, page: null })
  expect(() => nameOf('src/table.tsx', graph)).toThrow('No page is imported by src/row.tsx.')
})
