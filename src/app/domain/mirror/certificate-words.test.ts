import { expect, it } from 'vitest'
import { certificateWords } from './certificate-words.ts'

const NOW = 1_700_000_000_000
const DAY_MS = 86_400_000
const HTTPS = 'https://paris.example.com'

it.each<[string | null, number | null | 'never asked', string | null, string]>([
  [HTTPS, 400 * DAY_MS, null, 'ends in 13 months'],
  [HTTPS, 31 * DAY_MS, null, 'ends in 31 days'],
  [HTTPS, 19.5 * DAY_MS, 'attention', 'Ends in 19 days: renew it soon'],
  [HTTPS, 5 * DAY_MS, 'attention', 'Ends in 5 days: renew it now'],
  [HTTPS, 60_000, 'attention', 'Ends in 1 minute: renew it now'],
  [HTTPS, -3_600_000, 'bad', 'Ended 1 hour ago: renew it now'],
  [HTTPS, null, null, 'not known: no secure connection was made yet'],
  [HTTPS, 'never asked', null, 'not known: the console has not asked it yet'],
  ['http://paris.example.com', 'never asked', null, 'not known: the address is not https'],
  // It had https before, and what was shown there says nothing about http.
  ['http://paris.example.com', DAY_MS, null, 'not known: the address is not https'],
  [null, null, null, 'not known: the record has no address'],
])(
  'the certificate of %j that ends in %s ms is told with the tone %j as "%s"',
  (baseUrl, left, tone, words) => {
    const certificateEnds = typeof left === 'number' ? NOW + left : null
    const sight = left === 'never asked' ? null : { certificateEnds }
    expect(certificateWords(baseUrl, sight, NOW)).toMatchObject({ tone, words })
  },
)
