import { describe, expect, it } from 'vitest'
import { safeReturnTo } from '#app/paths.ts'
import { mirrorAddress, mirrorTabOf } from './mirror-address.ts'

describe("the address of a mirror's page", () => {
  it('holds the tab and the list that the user came from, and no defaults', () => {
    expect(mirrorAddress('a')).toBe('/mirrors/a')
    expect(mirrorAddress('a', { tab: 'details', listQuery: '' })).toBe('/mirrors/a')
    expect(mirrorAddress('a', { tab: 'danger-zone' })).toBe('/mirrors/a?tab=danger-zone')
    const address = mirrorAddress('a', { tab: 'record', listQuery: 'health=stale&sort=name.asc' })
    expect(address).toBe('/mirrors/a?tab=record&list=health%3Dstale%26sort%3Dname.asc')
    expect(safeReturnTo(address)).toBe(address)
  })

  it.each([
    ['', 'details'],
    ['tab=event', 'event'],
    ['tab=nonsense', 'details'],
  ])('%j asks for %s', (query, tab) => expect(mirrorTabOf(new URLSearchParams(query))).toBe(tab))
})
