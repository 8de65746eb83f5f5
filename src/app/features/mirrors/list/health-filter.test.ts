import { describe, expect, it } from 'vitest'
import { healthFilterOf, withHealth } from './health-filter.ts'

const params = (text: string) => new URLSearchParams(text)

describe('the filter by health', () => {
  it.each([
    ['', null],
    ['health=stale', 'stale'],
    ['health=never-seen', 'never-seen'],
    ['health=Stale', null],
    ['health=__proto__', null],
  ])('of %j is %j', (text, health) => expect(healthFilterOf(params(text))).toBe(health))

  it('stands in the address beside search and sort', () => {
    expect(withHealth(params('search=a&sort=name.asc'), 'stale')).toBe('?search=a&sort=name.asc&health=stale')
    expect(withHealth(params('search=a&health=stale'), null)).toBe('?search=a')
    expect(withHealth(params('health=stale'), null)).toBe('')
  })
})
