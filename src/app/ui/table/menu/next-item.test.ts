import { expect, it } from 'vitest'
import { nextItem } from './next-item.ts'

it.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 1, 2],
  ['ArrowDown', 2, 0],
  ['ArrowUp', 0, 2],
  ['ArrowUp', -1, 2],
  ['ArrowUp', 2, 1],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['a', 0, null],
])('%s leads from item %d of three to %j', (key, from, to) => expect(nextItem(key, from, 3)).toBe(to))

it('an empty menu leads nowhere', () => expect(nextItem('End', -1, 0)).toBeNull())
