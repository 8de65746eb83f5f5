import { describe, expect, it } from 'vitest'
import type { VerdictKind } from '#health/mirror-verdict.ts'
import { verdictWord } from './verdict-words.ts'

describe('the word of a verdict', () => {
  it.each<[VerdictKind, string | null, string]>([
    ['healthy', null, 'Healthy'],
    ['synchronizing', null, 'Synchronizing'],
    ['synchronizing', '242 of 1071', 'Synchronizing 242 of 1071'],
    ['failing', '500', 'Failing (500)'],
    ['other-state', 'BOOTSTRAPPING', 'BOOTSTRAPPING'],
    ['other-state', 'A\u202EB', 'A[U+202E]B'],
  ])('of %s with %j is “%s”', (kind, detail, word) => {
    expect(verdictWord({ kind, detail })).toBe(word)
  })
})
