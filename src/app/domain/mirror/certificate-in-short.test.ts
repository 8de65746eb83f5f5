import { expect, it } from 'vitest'
import { certificateInShort } from './certificate-in-short.ts'

const NOW = 1_700_000_000_000
const DAY_MS = 86_400_000
const HTTPS = 'https://paris.example.com'

it.each<[string | null, number | null, string | null, string]>([
  [HTTPS, 31 * DAY_MS, null, 'ends in 31 days'],
  [HTTPS, 5 * DAY_MS, 'attention', 'ends in 5 days'],
  [HTTPS, -3_600_000, 'bad', 'ended 1 hour ago'],
  [HTTPS, null, null, 'not known'],
  // It had https before, and what was shown there says nothing about http.
  ['http://paris.example.com', DAY_MS, null, 'not https'],
  [null, null, null, 'not known'],
  [null, DAY_MS, null, 'not known'],
])(
  'in a list, the certificate of %j that ends in %s ms has the tone %j and reads "%s"',
  (baseUrl, left, tone, words) => {
    expect(certificateInShort(baseUrl, left === null ? null : NOW + left, NOW)).toEqual({ tone, words })
  },
)
