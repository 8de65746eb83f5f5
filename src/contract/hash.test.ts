import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { hash } from './hash.ts'

const SHA = '457389a0b871fb61012a7351d09aefc0cf1c57c306449d4b5df4d2f381df8433'

describe('hash', () => {
  it.each([
    ['a hash', SHA, { state: 'known', value: SHA }],
    ['zeros: not yet calculated, which is no mismatch', '0'.repeat(64), { state: 'not-calculated' }],
    ['one zero', '0', { state: 'not-calculated' }],
    ['zeros with something in them', `${'0'.repeat(63)}1`, { state: 'known', value: `${'0'.repeat(63)}1` }],
    ['nothing', undefined, { state: 'absent' }],
    ['null', null, { state: 'absent' }],
    ['an empty string', '', { state: 'absent' }],
    ['a number', 0, { state: 'absent' }],
    ['a million zeros', '0'.repeat(1_000_000), { state: 'absent' }],
  ])('reads %s', (_what, wire, expected) => {
    expect(v.parse(hash, wire)).toEqual(expected)
  })

  it('is absent, not missing, in an object that does not have it', () => {
    expect(v.parse(v.object({ contentHash: hash }), {})).toEqual({ contentHash: { state: 'absent' } })
  })
})
