import { describe, expect, it } from 'vitest'
import { shortcutOf } from './shortcut-of.ts'

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
const page = { isTyping: false, isCovered: false, isInRow: false, singleKeys: true }

describe('a key press', () => {
  it.each([
    ['Ctrl K opens the palette', { key: 'k', ctrlKey: true }, {}, 'palette'],
    ['so does Command K', { key: 'K', metaKey: true }, {}, 'palette'],
    ['also while typing', { key: 'k', ctrlKey: true }, { isTyping: true }, 'palette'],
    ['and without single keys', { key: 'k', ctrlKey: true }, { singleKeys: false }, 'palette'],
    ['a slash goes to the search', { key: '/' }, {}, 'search'],
    ['a slash made with Shift too', { key: '/', shiftKey: true }, {}, 'search'],
    ['a question mark shows the map', { key: '?', shiftKey: true }, {}, 'keys'],
    ['a slash in a field is a slash', { key: '/' }, { isTyping: true }, null],
    ['single keys can be off', { key: '?' }, { singleKeys: false }, null],
    ['nothing moves under a dialog', { key: 'k', ctrlKey: true }, { isCovered: true }, null],
    ['both modifiers are something else', { key: 'k', ctrlKey: true, metaKey: true }, {}, null],
    ['Ctrl Shift K belongs to the browser', { key: 'K', ctrlKey: true, shiftKey: true }, {}, null],
    ['Alt makes characters', { key: '/', altKey: true }, {}, null],
    ['a letter on its way to a word is no shortcut', { key: '/', isComposing: true }, {}, null],
    ['what the page used is used', { key: '?', defaultPrevented: true }, {}, null],
    ['j goes to the next row', { key: 'j' }, {}, 'next-row'],
    ['k goes to the previous one', { key: 'k' }, { isInRow: true }, 'previous-row'],
    ['j is a letter while typing', { key: 'j' }, { isTyping: true }, null],
    ['j can be off', { key: 'j' }, { isInRow: true, singleKeys: false }, null],
    ['an arrow moves on from a row', { key: 'ArrowDown' }, { isInRow: true }, 'next-row'],
    ['also without single keys', { key: 'ArrowUp' }, { isInRow: true, singleKeys: false }, 'previous-row'],
    ['an arrow with Shift selects', { key: 'ArrowDown', shiftKey: true }, { isInRow: true }, null],
    ['an arrow elsewhere scrolls', { key: 'ArrowDown' }, {}, null],
    ['a name that every object knows is no shortcut', { key: 'constructor' }, {}, null],
    [
      'on a Russian keyboard the place of K opens the palette',
      { key: 'л', code: 'KeyK', ctrlKey: true },
      {},
      'palette',
    ],
    ['and the place of j goes to the next row', { key: 'о', code: 'KeyJ' }, {}, 'next-row'],
    ['x alone is nothing', { key: 'x' }, {}, null],
  ] as const)('%s', (_promise, change, facts, expected) =>
    expect(shortcutOf({ ...press, ...change }, { ...page, ...facts })).toBe(expected),
  )
})
