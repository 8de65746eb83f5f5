import { expect, it } from 'vitest'
import { noteWords, selectionWords, spokenSelection } from './selection-words.ts'

const vanished = (count: number) => ({ kind: 'vanished', count }) as const
const cleared = { kind: 'cleared', ids: new Set(['a']) } as const

it('the number counts what the search hides', () => {
  expect(selectionWords({ total: 6588, unseen: 0 })).toBe('6,588 selected')
  expect(selectionWords({ total: 3, unseen: 1 })).toBe('3 selected, 1 of them not shown by the search')
})

it.each([
  [vanished(1), '1 request is no longer in this list and left the selection.'],
  [vanished(1200), '1,200 requests are no longer in this list and left the selection.'],
  [cleared, 'Selection cleared.'],
  [null, null],
])('a note about %j', (note, words) => expect(noteWords(note, 'request')).toBe(words))

it.each([
  [null, 2, 0, '2 requests selected.'],
  [null, 1, 1, '1 request selected, 1 of them not shown by the search.'],
  [cleared, 0, 0, 'The selection is empty.'],
  [vanished(1), 1, 0, '1 request is no longer in this list and left the selection. 1 request selected.'],
] as const)('what is spoken after %j with %d selected and %d hidden', (note, total, unseen, words) =>
  expect(spokenSelection(note, { total, unseen }, 'request')).toBe(words),
)
