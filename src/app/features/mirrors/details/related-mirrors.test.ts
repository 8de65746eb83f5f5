import { expect, it } from 'vitest'
import type { MirrorServer } from '#contract/mirror-server.ts'
import { relatedMirrors } from './related-mirrors.ts'

const mirror = (id: string, baseUrl: string | null, productVersion: string | null): MirrorServer => ({
  id,
  name: id,
  baseUrl,
  enabled: true,
  lastSeenDate: null,
  mirrorType: null,
  productType: null,
  productVersion,
})

const ALL = [
  mirror('a', 'https://paris.example.com:7990', '8.16.2'),
  mirror('b', 'http://PARIS.example.com', '8.14.1'),
  mirror('c', 'https://rome.example.com', '8.16.2'),
  mirror('d', null, null),
  mirror('e', null, null),
]

it.each<[string, readonly string[], readonly string[]]>([
  ['a', ['b'], ['c']],
  ['b', ['a'], []],
  // What is not known is not the same.
  ['d', [], []],
])('%s shares its host with %j and its version with %j', (id, hosts, versions) => {
  const one = ALL.find((other) => other.id === id) ?? mirror(id, null, null)
  const { sameHost, sameVersion } = relatedMirrors(one, ALL)
  expect(sameHost.map((other) => other.id)).toEqual(hosts)
  expect(sameVersion.map((other) => other.id)).toEqual(versions)
})
