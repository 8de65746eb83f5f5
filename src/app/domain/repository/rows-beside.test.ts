import { expect, it } from 'vitest'
import { noteGrowth } from '#app/api/reading/list-growth.ts'
import { rowsBeside } from './rows-beside.ts'

const rowsOf = (...ids: readonly string[]) => ids.map((id) => ({ id }))

const grown = (list: object, ...ids: readonly string[]) => {
  const rows = rowsOf(...ids)
  noteGrowth(rows, list)
  return rows
}

it('rows stand beside a list until a page of it brings them, and again beside another list', () => {
  const others = rowsOf('b', 'x', 'd')
  const list = {}
  const idsBeside = (rows: readonly { readonly id: string }[], some = others) =>
    rowsBeside(rows, some).map(({ id }) => id)
  expect(idsBeside(grown(list, 'a'))).toEqual(['b', 'x', 'd'])
  expect(idsBeside(grown(list, 'a', 'b', 'c'))).toEqual(['x', 'd'])
  expect(idsBeside(grown(list, 'a', 'b', 'c', 'd'))).toEqual(['x'])
  // Others are looked for from the beginning, and so is everything in a list that was read anew.
  expect(idsBeside(grown(list, 'a', 'b', 'c', 'd'), rowsOf('a', 'y'))).toEqual(['y'])
  expect(idsBeside(grown(list, 'a'))).toEqual(['b', 'x', 'd'])
  expect(idsBeside(grown({}, 'x'))).toEqual(['b', 'd'])
  expect(idsBeside(rowsOf('d', 'x', 'b'))).toEqual([])
})
