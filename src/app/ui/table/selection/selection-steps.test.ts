import { describe, expect, it } from 'vitest'
import { type Selected, selectedOf, toggled } from './selection.ts'
import { cleared, extendedTo, rangedTo, type ShownIds, without, withoutVanished } from './selection-steps.ts'

/** Rows in the order that is shown; a small letter can be selected, a capital one cannot. */
const shownOf = (text: string): ShownIds => ({
  ids: text.split(''),
  locked: new Set(text.split('').filter((id) => id !== id.toLowerCase())),
})

type Step = (before: Selected) => Selected
const toggle =
  (id: string): Step =>
  (before) =>
    toggled(before, id)
const rangeTo =
  (id: string, order = 'abcdefgh'): Step =>
  (before) =>
    rangedTo(before, shownOf(order), id)
const keys =
  (path: string, order = 'abcdefgh'): Step =>
  (before) =>
    path
      .split('')
      .slice(1)
      .reduce((now, to, at) => extendedTo(now, shownOf(order), [path[at] ?? '', to]), before)
const drop =
  (...ids: readonly string[]): Step =>
  (before) =>
    without(before, new Set(ids))

const after = (...steps: readonly Step[]): string =>
  [...steps.reduce((now, step) => step(now), selectedOf(new Set())).ids].toSorted().join('')

describe('a range goes from the row that was toggled last', () => {
  it.each([
    ['down', [toggle('b'), rangeTo('e')], 'bcde'],
    ['up', [toggle('e'), rangeTo('b')], 'bcde'],
    ['to the row itself', [toggle('b'), rangeTo('b')], 'b'],
    ['in the order of a sort', [toggle('b'), rangeTo('e', 'hebdcafg')], 'be'],
    ['over what the filter lets through', [toggle('b'), rangeTo('e', 'abeh')], 'be'],
    ['and passes over rows that cannot be selected', [toggle('b'), rangeTo('e', 'abCDe')], 'be'],
    ['beside what was selected before', [toggle('h'), toggle('b'), rangeTo('d')], 'bcdh'],
    ['again, in place of the first range', [toggle('b'), rangeTo('g'), rangeTo('d')], 'bcd'],
    ['again, to the other side', [toggle('d'), rangeTo('g'), rangeTo('b')], 'bcd'],
    [
      'and a shorter one gives back what was there',
      [toggle('f'), toggle('b'), rangeTo('g'), rangeTo('c')],
      'bcf',
    ],
    [
      'deselecting, if that row was deselected',
      [toggle('a'), rangeTo('f'), toggle('c'), rangeTo('e')],
      'abf',
    ],
    ['of which the last range is none', [toggle('a'), rangeTo('c'), toggle('h'), rangeTo('g')], 'abcgh'],
    ['or toggles, where none was toggled', [rangeTo('c')], 'c'],
    ['or toggles, where that row is not shown', [toggle('b'), rangeTo('e', 'acdefgh')], 'be'],
    ['or toggles, where that row is gone', [toggle('b'), drop('b'), rangeTo('e')], 'e'],
    ['not to a row that cannot be selected, without a start', [rangeTo('C', 'abCd')], ''],
    [
      'and brings no row back that is gone',
      [toggle('b'), rangeTo('d'), drop('c'), rangeTo('e', 'abdefgh')],
      'bde',
    ],
    ['also after an unrelated row is gone', [toggle('h'), toggle('b'), drop('h'), rangeTo('c')], 'bc'],
  ] as const)('%s', (_promise, steps, expected) => expect(after(...steps)).toBe(expected))
})

describe('keys extend a range', () => {
  it.each([
    ['from the row that has the focus', [keys('bcd')], 'bcd'],
    ['upwards', [keys('dcb')], 'bcd'],
    ['and take back what they leave again', [keys('bcdc')], 'bc'],
    ['over the start to the other side', [keys('cdcba')], 'abc'],
    ['from the row that was toggled', [toggle('b'), keys('bc')], 'bc'],
    ['deselecting after a row was deselected', [keys('abcd'), toggle('b'), keys('bc')], 'ad'],
    ['and not from a row that was left without Shift', [toggle('a'), keys('ef')], 'aef'],
    ['on from a range of the pointer', [toggle('a'), rangeTo('c'), keys('cd')], 'abcd'],
    ['over rows that cannot be selected', [keys('abCd', 'abCd')], 'abd'],
    ['beginning at one of them', [keys('Cde', 'abCde')], 'de'],
  ] as const)('%s', (_promise, steps, expected) => expect(after(...steps)).toBe(expected))
})

it('a cleared selection can be selected again', () => {
  const { ids, note } = cleared(selectedOf(new Set(['a', 'b'])))
  expect(ids.size).toBe(0)
  expect(note).toEqual({ kind: 'cleared', ids: new Set(['a', 'b']) })
})

it('rows that left the list leave the selection with a word, which the next step takes away', () => {
  const left = withoutVanished(selectedOf(new Set(['a', 'b', 'c'])), new Set(['a', 'c']))
  expect(left).toMatchObject({ ids: new Set(['b']), note: { kind: 'vanished', count: 2 } })
  expect(toggled(left, 'd').note).toBeNull()
})

it('a range over ten thousand rows reads each of them once', () => {
  let reads = 0
  const ids = new Proxy(
    Array.from({ length: 10_000 }, (_, at) => String(at)),
    {
      get: (target, key, receiver) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) reads += 1
        return Reflect.get(target, key, receiver)
      },
    },
  )
  const { ids: selected } = rangedTo(toggled(selectedOf(new Set()), '0'), { ids, locked: new Set() }, '9999')
  expect(selected.size).toBe(10_000)
  // Twice to find the ends, once to go along.
  expect(reads).toBeLessThanOrEqual(3 * 10_000)
})
