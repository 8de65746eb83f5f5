import { afterEach, describe, expect, it } from 'vitest'
import { driftOf, firstSights } from './first-seen.ts'

const mirror = {
  id: 'a',
  name: 'Dublin',
  baseUrl: 'https://dublin.example.com',
  enabled: true,
  lastSeenDate: null,
  mirrorType: 'FARM',
  productType: null,
  productVersion: '8.16.1',
}

afterEach(() => localStorage.clear())

describe('what was met first', () => {
  it('stays what it was, for each upstream by itself', () => {
    const here = firstSights('https://one.example.com')
    here.remember([mirror], 1000)
    here.remember([{ ...mirror, productVersion: '8.16.2' }], 2000)
    expect(here.of('a')).toMatchObject({ productVersion: '8.16.1', at: 1000 })
    expect(here.of('b')).toBeNull()
    expect(firstSights('https://two.example.com').of('a')).toBeNull()
  })

  it('is nothing where the memory was damaged', () => {
    localStorage.setItem('mirror-console-first-seen x', '{"a":1}')
    expect(firstSights('x').of('a')).toBeNull()
  })

  it('is not kept for absurdly long records', () => {
    const here = firstSights('x')
    here.remember([{ ...mirror, name: 'x'.repeat(2000) }], 1000)
    expect(here.of('a')).toBeNull()
  })

  it('tells drift fact by fact, and none where all is the same', () => {
    const first = { name: 'Dublin', baseUrl: mirror.baseUrl, productVersion: '8.16.1', at: 1 }
    expect(driftOf(first, mirror)).toEqual([])
    expect(driftOf(first, { ...mirror, productVersion: null })).toEqual([
      { fact: 'productVersion', before: '8.16.1', now: null },
    ])
  })
})
