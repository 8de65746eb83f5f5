import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { tilesInOrder } from './tiles-in-order.ts'

const place = fc.nat({ max: 500 })
const count = fc.integer({ min: 1, max: 12 })

test('each tile of the view is drawn once, whatever stood at the front before', () => {
  fc.assert(
    fc.property(place, count, place, (first, count, foremost) => {
      const tiles = tilesInOrder(first, count, foremost).toSorted((a, b) => a - b)
      expect(tiles).toEqual(Array.from({ length: count }, (_, at) => first + at))
    }),
  )
})

test('a tile that comes takes the place of one that left, and no other one moves', () => {
  expect(tilesInOrder(10, 4, 10)).toEqual([10, 11, 12, 13])
  expect(tilesInOrder(11, 4, 10)).toEqual([14, 11, 12, 13])
  expect(tilesInOrder(8, 4, 10)).toEqual([10, 11, 8, 9])
})

test('once scrolling rests, the document has the order of the screen', () => {
  expect(tilesInOrder(11, 4, 11)).toEqual([11, 12, 13, 14])
})

test('there may be nothing to draw', () => expect(tilesInOrder(0, 0, 3)).toEqual([]))
