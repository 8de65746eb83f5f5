import { describe, expect, it } from 'vitest'
import { type CertificateState, certificateStateOf, hasCertificate } from './certificate-state.ts'

const NOW = 1_700_000_000_000
const DAY_MS = 86_400_000

describe('the end of a certificate', () => {
  it.each<[string, number, CertificateState]>([
    ['31 days away', 31 * DAY_MS, 'valid'],
    ['30 days away to the ms', 30 * DAY_MS, 'ends-soon'],
    ['8 days away', 8 * DAY_MS, 'ends-soon'],
    ['7 days away to the ms', 7 * DAY_MS, 'ends-very-soon'],
    ['one ms away', 1, 'ends-very-soon'],
    ['now', 0, 'ended'],
    ['a day ago', -DAY_MS, 'ended'],
  ])('%s', (_when, left, state) => {
    expect(certificateStateOf(NOW + left, NOW)).toBe(state)
  })

  it.each<[string | null, boolean]>([
    ['https://paris.example.com', true],
    ['HTTPS://paris.example.com/mirror', true],
    ['http://paris.example.com', false],
    ['ftp://paris.example.com', false],
    ['paris', false],
    [null, false],
  ])('is asked for at %j: %s', (baseUrl, expected) => {
    expect(hasCertificate({ baseUrl })).toBe(expected)
  })
})
