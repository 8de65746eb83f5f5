import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Extent, extentWords, figureWords, isAllChecked } from './extent-words.ts'

const extent = (given: Partial<Extent>): Extent => ({
  total: 2000,
  isWhole: true,
  unchecked: 0,
  unclear: 0,
  unreadable: 0,
  ...given,
})

describe('how much a figure of coverage rests on', () => {
  it.each<[Partial<Extent>, string]>([
    [{}, 'All 2,000 projects were checked.'],
    [{ total: 1 }, 'The only project was checked.'],
    [{ unchecked: 1998 }, '1,998 of 2,000 projects were not checked.'],
    [{ unchecked: 1 }, '1 of 2,000 projects was not checked.'],
    [{ total: 1, unchecked: 1 }, '1 of 1 project was not checked.'],
    [{ unchecked: 2000 }, '2,000 of 2,000 projects were not checked.'],
    [{ unclear: 1 }, 'About 1 project, a mirror gave no clear answer.'],
    [{ unreadable: 2 }, 'Nothing could be read of 2 projects.'],
    [
      { unchecked: 3, unclear: 2, unreadable: 1 },
      '3 of 2,000 projects were not checked. About 2 projects, a mirror gave no clear answer. Nothing could be read of 1 project.',
    ],
    [{ isWhole: false }, 'There may be more projects than the known ones.'],
    [
      { isWhole: false, total: 5, unchecked: 2 },
      '2 of 5 known projects were not checked. There may be more projects than the known ones.',
    ],
  ])('is said of %o: %s', (given, words) => expect(extentWords(extent(given))).toBe(words))

  it('is never called all while anything is not known', () => {
    const few = fc.nat(3)
    const parts = fc.record({ isWhole: fc.boolean(), unchecked: few, unclear: few, unreadable: few })
    fc.assert(
      fc.property(parts, (given) => {
        const one = extent(given)
        expect(/\ball\b/i.test(extentWords(one))).toBe(isAllChecked(one))
      }),
    )
  })
})

describe('a figure of coverage', () => {
  it.each<[what: string, found: number, couldBe: number, Partial<Extent>, words: string]>([
    ['of all projects is a number', 4, 2000, {}, '4'],
    ['of all projects may be none', 0, 2000, {}, '0'],
    ['of all projects is a number where none of them has a repository', 0, 0, {}, '0'],
    ['before anything was asked is not known', 0, 0, { unchecked: 2000 }, 'not known'],
    ['is not known where no mirror gave a clear answer', 0, 0, { unclear: 2000 }, 'not known'],
    ['is not known where nothing could be read', 0, 0, { unreadable: 2000 }, 'not known'],
    ['is not known where only empty projects were found', 0, 0, { unchecked: 1990 }, 'not known'],
    ['of a part says of how much', 3, 12, { unchecked: 1988 }, '3 of 12 checked'],
    ['of a part may be none so far', 0, 12, { unchecked: 1980, unclear: 8 }, '0 of 12 checked'],
    ['is one of a part while one project is not known', 4, 1999, { unreadable: 1 }, '4 of 1,999 checked'],
    ['of a list that may go on is one of a part', 4, 5, { total: 5, isWhole: false }, '4 of 5 checked'],
    ['of a list of which nothing came is not known', 0, 0, { total: 0, isWhole: false }, 'not known'],
  ])('%s', (_what, found, couldBe, given, words) =>
    expect(figureWords(found, couldBe, extent(given))).toBe(words),
  )

  it('is never a bare number unless all was checked', () => {
    const few = fc.nat(3)
    const parts = fc.record({ isWhole: fc.boolean(), unchecked: few, unclear: few, unreadable: few })
    fc.assert(
      fc.property(parts, few, (given, found) => {
        const words = figureWords(found, 3, extent(given))
        expect(/^\d+$/.test(words)).toBe(isAllChecked(extent(given)))
      }),
    )
  })
})
