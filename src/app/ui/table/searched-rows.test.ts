import { describe, expect, it } from 'vitest'
import { searchedRows } from './searched-rows.ts'

type Row = { readonly id: string; readonly name: string; readonly address: string | null }
const rows: readonly Row[] = [
  { id: '1', name: 'Tokyo', address: 'https://tokyo.example.com' },
  { id: '22', name: 'São Paulo', address: null },
  { id: '3', name: 'Kyoto', address: 'https://mirror-3.example.com' },
]
const textsOf = ({ id, name, address }: Row) => [name, id, address]
const found = (search: string) => searchedRows(rows, search, textsOf).map(({ id }) => id)

describe('a search', () => {
  it.each([
    ['in any case', 'TOKYO', ['1']],
    ['in any of the texts', 'mirror-3', ['3']],
    ['by id', '22', ['22']],
    ['with accents as they are typed', 'são', ['22']],
    ['with letters composed or not', 'sa\u0303o', ['22']],
    ['in full width', 'ｔｏｋｙｏ', ['1']],
    ['without the spaces around it', '  kyoto ', ['3']],
    ['without what is not seen', '\u200Bkyo\u00ADto', ['3']],
    ['by a whole address, with scheme, user, port and slash', 'https://me@TOKYO.example.com:443/', ['1']],
    ['by an address to clone from', 'https://mirror-3.example.com/scm/pay/ledger.git', ['3']],
    ['never across two texts', 'tokyo1', []],
  ])('finds rows %s', (_promise, search, ids) => expect(found(search)).toEqual(ids))

  it('that is empty gives the same array back, so that nothing is drawn again', () => {
    expect(searchedRows(rows, ' ', textsOf)).toBe(rows)
  })
})
