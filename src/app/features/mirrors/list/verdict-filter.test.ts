import { describe, expect, it } from 'vitest'
import { verdictFilterOf, withVerdict } from './verdict-filter.ts'

const params = (text: string) => new URLSearchParams(text)

describe('the filter by health', () => {
  it.each([
    ['', null],
    ['health=not-seen', 'not-seen'],
    ['health=never-seen', 'never-seen'],
    ['health=Not-seen', null],
    ['health=__proto__', null],
  ])('of %j is %j', (text, kind) => expect(verdictFilterOf(params(text))).toBe(kind))

  it('stands in the address beside search and sort', () => {
    expect(withVerdict(params('search=a&sort=name.asc'), 'not-seen')).toBe(
      '?search=a&sort=name.asc&health=not-seen',
    )
    expect(withVerdict(params('search=a&health=not-seen'), null)).toBe('?search=a')
    expect(withVerdict(params('health=not-seen'), null)).toBe('')
  })
})
