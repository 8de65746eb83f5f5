import { expect, it } from 'vitest'
import type { Behind } from '#contract/history.ts'
import { behindWords } from './behind-words.ts'
import { isFallingBehind } from './is-falling-behind.ts'

const behind = (kind: Behind['kind'], nowMs: number | null): Behind => ({
  kind,
  nowMs,
  p50Ms: null,
  p95Ms: null,
  slowest: [],
})

it.each<[Behind | null, string, boolean]>([
  [null, 'not known', false],
  [behind('webhook', null), 'not known', false],
  [behind('canary', null), 'not known', false],
  [behind('webhook', 0), 'up to date', false],
  [behind('canary', 0), 'samples up to date', false],
  [behind('webhook', 400), '1 second', false],
  [behind('webhook', 300_000), '5 minutes', false],
  [behind('webhook', 300_001), '5 minutes', true],
  [behind('canary', 7_200_000), 'at most 2 hours', true],
])('%j is told as %s', (known, words, isLate) => {
  expect(behindWords(known)).toBe(words)
  expect(isFallingBehind(known)).toBe(isLate)
})
