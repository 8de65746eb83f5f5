import { expect, it } from 'vitest'
import { searchedRows } from '#app/ui/table/searched-rows.ts'
import { foundRows } from './found-rows.ts'

type Row = { readonly id: string; readonly name: string; readonly address: string | null }
const textsOf = ({ id, name, address }: Row) => [name, id, address]

it('a long list is searched like a short one, and again after it grew or a row changed', () => {
  const long: readonly Row[] = Array.from({ length: 3000 }, (_, at) => ({
    id: String(at),
    name: at % 3 === 0 ? `Fizz ${String(at)}` : '\0',
    address: null,
  }))
  for (const rows of [
    long.slice(0, 1500),
    long,
    long.with(1024, { id: 'x', name: 'fizzy', address: null }),
  ]) {
    for (const wanted of ['fizz', 'z 2', '2999', 'nothing']) {
      expect(foundRows(rows, wanted, textsOf)).toEqual(searchedRows(rows, wanted, textsOf))
    }
  }
  expect(foundRows(long, '\0', textsOf)).toBe(long)
})

it('a long list is searched like a short one for an address, which is more than one text', () => {
  const long: readonly Row[] = Array.from({ length: 3000 }, (_, at) => ({
    id: String(at),
    name: at % 7 === 0 ? 'https://a.example/' : 'x',
    address: at % 2 === 0 ? 'https://A.example:443' : at % 5 === 0 ? 'https://me@a.example' : null,
  }))
  for (const wanted of ['https://a.example/', 'http://a.example', 'me@a.example/', 'https://b.example/']) {
    expect(foundRows(long, wanted, textsOf)).toEqual(searchedRows(long, wanted, textsOf))
  }
})

it('the same rows are searched by other texts too', () => {
  const rows: readonly Row[] = [{ id: 'seven', name: 'eight', address: null }]
  expect(foundRows(rows, 'seven', textsOf)).toEqual(rows)
  expect(foundRows(rows, 'seven', ({ name }) => [name])).toEqual([])
})
