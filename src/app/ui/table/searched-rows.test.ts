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
    ['without the spaces around it', '  kyoto ', ['3']],
    ['never across two texts', 'tokyo1', []],
  ])('finds rows %s', (_promise, search, ids) => expect(found(search)).toEqual(ids))

  it('that is empty gives the same array back, so that nothing is drawn again', () => {
    expect(searchedRows(rows, ' ', textsOf)).toBe(rows)
  })
})
