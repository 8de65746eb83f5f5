import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Extent, extentWords, isAllChecked } from './extent-words.ts'

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
