import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Problem } from '#app/api/problem.ts'
import { type Stale, StaleNotice } from './stale-notice.tsx'

const NOW = Date.parse('2026-11-28T12:00:00Z')
const MINUTE_MS = 60_000

const failing = (kind: 'server' | 'offline', minutesAgo: number): Stale => ({
  error: new Problem({ kind }),
  updatedAt: NOW - minutesAgo * MINUTE_MS,
})

/** A part of a page that could not be read again, what the page says above it, and whether the part says it too. */
const CASES: readonly (readonly [what: string, part: Stale, said: Stale | undefined, isShown: boolean])[] = [
  ['nothing is said above it', failing('server', 5), undefined, true],
  ['what is above it was read', failing('server', 5), { error: null, updatedAt: NOW }, true],
  ['it was read together with what is above it', failing('server', 5), failing('server', 5), false],
  ['it was read within a minute of it', failing('server', 5.9), failing('server', 5), false],
  ['it is older by a minute', failing('server', 6), failing('server', 5), true],
  ['it is newer: the older age is said above', failing('server', 1), failing('server', 5), false],
  ['it has another reason', failing('offline', 5), failing('server', 5), true],
  ['it was read again itself', { error: null, updatedAt: NOW }, failing('server', 5), false],
]

describe('what could not be read again is said beside what the page says', () => {
  it.each(CASES)('where %s', (_what, part, said, isShown) => {
    const { queryByRole } = render(<StaleNotice {...part} said={said} />)
    expect(queryByRole('status') !== null).toBe(isShown)
  })
})
