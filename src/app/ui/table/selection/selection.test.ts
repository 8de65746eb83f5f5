import { expect, it, vi } from 'vitest'
import { createSelection, isAtRest, selectedOf, toggled } from './selection.ts'

it('a selection notifies its listeners until they unsubscribe', () => {
  const selection = createSelection()
  const listener = vi.fn<() => void>()
  const leave = selection.subscribe(listener)
  for (const id of ['a', 'b', 'a']) selection.set(toggled(selection.get(), id))
  expect([...selection.get().ids]).toEqual(['b'])
  expect(listener).toHaveBeenCalledTimes(3)
  leave()
  selection.set(selectedOf(new Set()))
  expect(listener).toHaveBeenCalledTimes(3)
})

it('a selection is a new set after each change, so that who holds the old one sees it', () => {
  const before = createSelection().get()
  expect(toggled(before, 'a').ids).not.toBe(before.ids)
  expect(before.ids.size).toBe(0)
})

it.each([
  ['with nothing selected', selectedOf(new Set()), true],
  ['with a row', selectedOf(new Set(['a'])), false],
  ['with a word about rows', { ...selectedOf(new Set()), note: { kind: 'vanished', count: 1 } }, false],
] as const)('%s, it is at rest: %j', (_case, selected, expected) => expect(isAtRest(selected)).toBe(expected))
