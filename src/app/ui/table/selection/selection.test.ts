import { expect, it, vi } from 'vitest'
import { createSelection } from './selection.ts'

it('a selection notifies its listeners until they unsubscribe', () => {
  const selection = createSelection()
  const listener = vi.fn<() => void>()
  const leave = selection.subscribe(listener)
  selection.toggle('a')
  selection.toggle('b')
  selection.toggle('a')
  expect([...selection.get()]).toEqual(['b'])
  selection.set(new Set(['x', 'y']))
  expect([...selection.get()]).toEqual(['x', 'y'])
  expect(listener).toHaveBeenCalledTimes(4)
  leave()
  selection.set(new Set())
  expect(listener).toHaveBeenCalledTimes(4)
})

it('a selection is a new set after each change, so that who holds the old one sees it', () => {
  const selection = createSelection()
  const before = selection.get()
  selection.toggle('a')
  expect(selection.get()).not.toBe(before)
  expect(before.size).toBe(0)
})
