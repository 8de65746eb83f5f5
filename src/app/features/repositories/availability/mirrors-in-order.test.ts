import { expect, it } from 'vitest'
import { mirrorsInOrder } from './mirrors-in-order.ts'

const mirror = (id: string, name: string) => ({
  id,
  name,
  baseUrl: null,
  enabled: true,
  lastSeenDate: null,
  mirrorType: null,
  productType: null,
  productVersion: null,
})
const mirrors = [mirror('v', 'virginia'), mirror('d', 'Dublin'), mirror('m', 'Mumbai')]
const namesWith = (preferredId: string | null) => mirrorsInOrder(mirrors, preferredId).map(({ name }) => name)

it('mirrors stand by name, whatever their case', () =>
  expect(namesWith(null)).toEqual(['Dublin', 'Mumbai', 'virginia']))

it('the preferred mirror stands first', () =>
  expect(namesWith('v')).toEqual(['virginia', 'Dublin', 'Mumbai']))

it('a preferred mirror that is not listed changes nothing', () =>
  expect(namesWith('gone')).toEqual(['Dublin', 'Mumbai', 'virginia']))
