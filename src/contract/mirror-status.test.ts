import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { type MirrorStatus, mirrorStatus, wireMirrorStatus } from './mirror-status.ts'

const documented = {
  state: 'SYNCHRONIZED',
  memberCount: '3',
  discovering: false,
  syncedRepos: 0,
  totalRepos: 0,
}

describe('a mirror’s own status', () => {
  it('is read as it is documented, with its count as text', () => {
    expect(v.parse(wireMirrorStatus, documented)).toEqual({ ...documented, memberCount: 3 })
  })

  it.each<[string, Record<string, unknown>, Partial<MirrorStatus>]>([
    ['a count as a number', { memberCount: 4 }, { memberCount: 4 }],
    ['a count that is no number', { memberCount: 'three' }, { memberCount: null }],
    ['a negative count', { syncedRepos: -1 }, { syncedRepos: null }],
    ['a negative count as text', { syncedRepos: '-1' }, { syncedRepos: null }],
    ['half a repository', { totalRepos: 1.5 }, { totalRepos: null }],
    ['a count beyond what is exact', { totalRepos: 1e300 }, { totalRepos: null }],
    ['a count as long text', { totalRepos: '9'.repeat(400) }, { totalRepos: null }],
    ['a count of another kind', { totalRepos: [12] }, { totalRepos: null }],
    [
      'no counts at all',
      { memberCount: undefined, totalRepos: null },
      { memberCount: null, totalRepos: null },
    ],
    [
      'fewer in all than synchronized',
      { syncedRepos: 9, totalRepos: 3 },
      { syncedRepos: 9, totalRepos: null },
    ],
    ['none of none', { syncedRepos: 0, totalRepos: 0 }, { syncedRepos: 0, totalRepos: 0 }],
    ['a count with blanks', { memberCount: ' 3 ' }, { memberCount: null }],
    ['a count in another notation', { memberCount: '0x3' }, { memberCount: null }],
    ['a flag as text', { discovering: 'true' }, { discovering: null }],
    ['a flag of another kind', { discovering: 'no' }, { discovering: null }],
    ['another known state', { state: 'METADATA_SYNCHRONIZED' }, { state: 'METADATA_SYNCHRONIZED' }],
    ['a state of tomorrow', { state: 'REBALANCING' }, { state: 'REBALANCING' }],
    ['a state without end', { state: 'A'.repeat(10_000) }, { state: 'A'.repeat(64) }],
    ['a state between blanks', { state: ' SYNCHRONIZED\n' }, { state: 'SYNCHRONIZED' }],
    [
      'a state that is cut inside a character',
      { state: `${'A'.repeat(63)}\u{1F600}B` },
      { state: 'A'.repeat(63) },
    ],
    ['a state with hidden characters', { state: 'DEGRA\u200BDED\u202E\u0007' }, { state: 'DEGRADED' }],
    ['a state on two lines', { state: 'NOT\r\nREADY' }, { state: 'NOT READY' }],
    ['a state in markup', { state: '<b>UP</b>' }, { state: '<b>UP</b>' }],
    ['half a character', { state: 'UP\uD83D' }, { state: 'UP' }],
    ['what is not known', { nodes: { deep: [[[[]]]] } }, {}],
  ])('with %s', (_what, change, expected) => {
    const read = v.parse(wireMirrorStatus, { ...documented, ...change })
    expect(read).toEqual({ ...documented, memberCount: 3, ...expected })
    // What was read can be passed on.
    expect(v.parse(mirrorStatus, read)).toEqual(read)
  })

  it.each([
    null,
    'SYNCHRONIZED',
    [],
    {},
    { state: null },
    { state: '' },
    { state: '  ' },
    { state: 7 },
    { state: ['SYNCHRONIZED'] },
    { state: '\u200B\u202E\u3164' },
  ])('is none without a state: %j', (body) => expect(v.is(wireMirrorStatus, body)).toBe(false))
})
