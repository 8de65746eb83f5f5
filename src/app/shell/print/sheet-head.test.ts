import { expect, it } from 'vitest'
import { sheetHead } from './sheet-head.ts'

const facts = {
  upstream: 'https://bitbucket.example.com',
  address: 'https://console.example.com/mirrors?search=o',
  updatedAt: 5,
  now: 9,
  timeOf: (instant: number) => `${String(instant)} UTC`,
}

it.each([
  [
    'a page',
    facts,
    [
      'Mirror Console · https://bitbucket.example.com',
      'https://console.example.com/mirrors?search=o',
      'As of 5 UTC. Printed 9 UTC.',
    ],
  ],
  [
    'a page without facts, before the session is known',
    { ...facts, upstream: null, updatedAt: null },
    ['Mirror Console', 'https://console.example.com/mirrors?search=o', 'Printed 9 UTC.'],
  ],
  [
    'an upstream that hides something',
    { ...facts, upstream: 'https://a\u202Eb' },
    [
      'Mirror Console · https://a[U+202E]b',
      'https://console.example.com/mirrors?search=o',
      'As of 5 UTC. Printed 9 UTC.',
    ],
  ],
])('the print of %s says where it is from and how old', (_what, given, lines) => {
  expect(sheetHead(given)).toEqual(lines)
})
