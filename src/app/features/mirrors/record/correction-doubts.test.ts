import { expect, it } from 'vitest'
import { correctionDoubts } from './correction-doubts.ts'

const HOST = 'The host changes: the console and users are sent to another server'
const PLAIN = 'The new address is not https: passwords would travel unprotected'
const OLDER = 'The new version is older than the one in the record'

it.each<[string | null, string, string | null, string, readonly string[]]>([
  ['https://a.example.com', 'https://a.example.com/mirror', '8.16.2', '8.17.0', []],
  ['https://a.example.com', 'https://A.example.com', '8.16.2', '8.16.2', []],
  ['http://a.example.com', 'https://a.example.com', '8.16.2', '8.16.2', []],
  ['https://a.example.com', 'http://a.example.com', '8.16.2', '8.16.2', [PLAIN]],
  ['https://a.example.com', 'https://b.example.com', '8.16.2', '8.14.1', [HOST, OLDER]],
  [null, 'http://a.example.com', null, '8.16.2', []],
])('%s to %s and %s to %s is doubted by %j', (baseUrl, address, productVersion, version, doubts) => {
  const shown = {
    id: 'a',
    name: 'A',
    baseUrl,
    enabled: true,
    lastSeenDate: null,
    mirrorType: null,
    productType: null,
    productVersion,
  }
  expect(correctionDoubts({ shown, wanted: { baseUrl: address, productVersion: version } })).toEqual(doubts)
})
