import { describe, expect, test } from 'vitest'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { Problem, type ProblemKind } from '#app/api/problem.ts'
import { saveOutcomeOf } from './save-outcome.ts'

const dublin: MirrorServer = {
  id: 'dublin',
  name: 'Dublin',
  baseUrl: null,
  enabled: true,
  lastSeenDate: null,
  mirrorType: null,
  productType: null,
  productVersion: null,
}
const other: MirrorServer = { ...dublin, id: 'other' }
const problem = (kind: ProblemKind) => new Problem({ kind })

describe('what became of a choice', () => {
  test.each([
    ['read back as chosen', 'dublin', dublin, null, 'confirmed'],
    ['cleared and read back as none', null, null, null, 'confirmed'],
    ['answered as another', 'dublin', other, null, 'differs'],
    ['cleared and still there', null, dublin, null, 'differs'],
    ['taken, but not readable', 'dublin', undefined, null, 'unconfirmed'],
    ['lost on the way back, and it took effect', 'dublin', dublin, 'timeout', 'confirmed'],
    ['lost on the way there', 'dublin', other, 'offline', 'not-saved'],
    ['lost, and nothing can be read', 'dublin', undefined, 'offline', 'unconfirmed'],
    ['refused', 'dublin', other, 'not-permitted', 'not-saved'],
    ['refused, and nothing can be read', 'dublin', undefined, 'rate-limited', 'not-saved'],
    ['for a mirror that is gone', 'dublin', null, 'not-found', 'mirror-gone'],
  ] as const)('%s', (_name, chosen, readBack, kind, expected) =>
    expect(saveOutcomeOf(chosen, readBack, kind === null ? null : problem(kind)).kind).toBe(expected),
  )
})
