import { expect, it } from 'vitest'
import { Problem } from '#app/api/problem.ts'
import type { ListReading } from '#app/api/reading/list-reading.ts'
import { paletteStatus } from './palette-status.ts'

const failed: ListReading = { kind: 'failed', error: new Problem({ kind: 'server' }) }

it.each<[string, ListReading | null, boolean, boolean, string]>([
  ['nothing is searched for', null, false, false, ''],
  ['everything was looked through', null, false, true, 'No matches'],
  ['Bitbucket is searched', null, true, true, 'Searching…'],
  [
    'requests are read on',
    { kind: 'rest' },
    true,
    true,
    'No matches yet. 4,200 mirroring requests read so far. Reading the rest.',
  ],
  [
    'requests are read on and something was found',
    { kind: 'rest' },
    false,
    false,
    '4,200 mirroring requests read so far. Reading the rest.',
  ],
  [
    'requests could not be read to their end',
    failed,
    false,
    true,
    'No matches yet. 4,200 mirroring requests read so far. The rest was not read. Something went wrong.',
  ],
])('the palette says when %s', (_when, reading, isSearching, isEmpty, words) => {
  expect(paletteStatus({ isSearching, requests: { read: 4200, reading }, isEmpty })).toBe(words)
})
