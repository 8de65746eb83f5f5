import { expect, it } from 'vitest'
import { selectionKeyOf } from './selection-key-of.ts'

const press = {
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  defaultPrevented: false,
}

it.each([
  ['x toggles the row', { key: 'x' }, 'row', 'toggle'],
  ['so does its place on a Russian keyboard', { key: 'ч', code: 'KeyX' }, 'row', 'toggle'],
  ['and nothing outside a row', { key: 'x' }, 'head', null],
  ['nor on the page', { key: 'x' }, 'page', null],
  ['Shift and an arrow extend downwards', { key: 'ArrowDown', shiftKey: true }, 'row', 'extend-down'],
  ['and upwards', { key: 'ArrowUp', shiftKey: true }, 'row', 'extend-up'],
  ['an arrow alone moves', { key: 'ArrowDown' }, 'row', null],
  ['outside a row text is selected', { key: 'ArrowDown', shiftKey: true }, 'page', null],
  ['Ctrl A selects what is shown', { key: 'a', ctrlKey: true }, 'row', 'all-shown'],
  ['so does Command A', { key: 'a', metaKey: true }, 'head', 'all-shown'],
  ['on the page it belongs to the browser', { key: 'a', ctrlKey: true }, 'page', null],
  ['with Shift too', { key: 'A', ctrlKey: true, shiftKey: true }, 'row', null],
  ['and with both modifiers', { key: 'a', ctrlKey: true, metaKey: true }, 'row', null],
  ['Ctrl X cuts', { key: 'x', ctrlKey: true }, 'row', null],
  ['Escape clears', { key: 'Escape' }, 'row', 'clear'],
  ['also from the page', { key: 'Escape' }, 'page', 'clear'],
  ['with Shift it is the browser’s', { key: 'Escape', shiftKey: true }, 'row', null],
  ['a goes to what can be done with the rows', { key: 'a' }, 'row', 'actions'],
  ['also from the page', { key: 'a' }, 'page', 'actions'],
  ['Alt makes characters', { key: 'x', altKey: true }, 'row', null],
  ['a letter on its way to a word is no shortcut', { key: 'x', isComposing: true }, 'row', null],
  ['what the page used is used', { key: 'Escape', defaultPrevented: true }, 'row', null],
] as const)('%s', (_promise, change, place, expected) =>
  expect(selectionKeyOf({ ...press, ...change }, place, true)).toBe(expected),
)

it('letters can be off, and the other keys stay', () => {
  for (const key of ['x', 'a']) expect(selectionKeyOf({ ...press, key }, 'row', false)).toBeNull()
  expect(selectionKeyOf({ ...press, key: 'ArrowUp', shiftKey: true }, 'row', false)).toBe('extend-up')
})
