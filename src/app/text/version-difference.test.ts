import { describe, expect, it } from 'vitest'
import { type VersionDifference, versionDifference } from './version-difference.ts'

describe("a mirror's version beside the upstream's", () => {
  it.each<[string | null, string | null, VersionDifference]>([
    ['8.16.2', '8.16.2', 'same'],
    ['8.16', '8.16.0', 'same'],
    [' 8.16.2 ', '8.16.2', 'same'],
    ['8.16.2-rc1', '8.16.2', 'same'],
    ['8.9.2', '8.16.2', 'older'],
    ['7.21.18', '8.16.2', 'older'],
    ['8.16.1', '8.16.2', 'older'],
    ['9.0.0', '8.16.2', 'newer'],
    ['8.16.10', '8.16.9', 'newer'],
    [null, '8.16.2', 'not-comparable'],
    ['8.16.2', null, 'not-comparable'],
    ['', '8.16.2', 'not-comparable'],
    ['latest', '8.16.2', 'not-comparable'],
    ['8', '8.16.2', 'not-comparable'],
    [`8.${'1'.repeat(100)}`, '8.16.2', 'not-comparable'],
  ])('%j beside %j is %s', (version, reference, difference) => {
    expect(versionDifference(version, reference)).toBe(difference)
  })
})
