import { describe, expect, it } from 'vitest'
import { knownAfter } from './known-mirrors.ts'
import { cloneSuspicionOf } from './staging-guard.ts'

const PRODUCTION = 'https://bitbucket.example.com'
const STAGING = 'https://staging.example.com'

describe('the staging guard', () => {
  const known = knownAfter(new Map(), PRODUCTION, ['dublin', 'virginia'])

  it('is silent where the mirrors were met first, and where they are new', () => {
    expect(cloneSuspicionOf(known, PRODUCTION, ['dublin', 'virginia'])).toBeNull()
    expect(cloneSuspicionOf(known, STAGING, ['lab'])).toBeNull()
    expect(cloneSuspicionOf(new Map(), STAGING, ['dublin'])).toBeNull()
    expect(cloneSuspicionOf(known, STAGING, [])).toBeNull()
  })

  it('speaks up where known mirrors appear under another address', () => {
    expect(cloneSuspicionOf(known, STAGING, ['dublin', 'virginia', 'lab'])).toEqual({
      otherUpstream: PRODUCTION,
      shared: 2,
      total: 3,
    })
  })

  it('goes on speaking up there, and stays silent in production, after the clone was looked at', () => {
    const later = knownAfter(known, STAGING, ['dublin', 'virginia', 'lab'])
    expect(cloneSuspicionOf(later, STAGING, ['dublin'])).not.toBeNull()
    expect(cloneSuspicionOf(later, PRODUCTION, ['dublin', 'virginia'])).toBeNull()
  })

  it('remembers nothing twice, and forgets the oldest when it knows too many', () => {
    expect(knownAfter(known, PRODUCTION, ['dublin'])).toBe(known)
    const many = knownAfter(
      known,
      STAGING,
      Array.from({ length: 1000 }, (_, index) => `mirror-${String(index)}`),
    )
    expect(many.size).toBe(1000)
    expect(many.has('dublin')).toBe(false)
  })
})
