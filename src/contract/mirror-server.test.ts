import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { mirrorServer } from './mirror-server.ts'

describe('mirrorServer', () => {
  it('reads what 8.16 documents, and drops unknown fields', () => {
    const wire = {
      enabled: true,
      name: 'Mirror',
      id: 'B0F5-CS21-45C2-CCK3',
      lastSeenDate: 1_453_879_734_348,
      mirrorType: 'SINGLE',
      productType: 'Bitbucket',
      productVersion: '8.0.0',
      baseUrl: 'http://vietnam.example.com',
      links: { self: [] },
    }
    const { links: _dropped, ...known } = wire
    expect(v.parse(mirrorServer, wire)).toEqual(known)
  })

  it('reads a mirror of 9.4, which has no product type', () => {
    const read = v.parse(mirrorServer, {
      id: '1',
      name: 'Mirror',
      enabled: false,
      mirrorType: 'FARM',
      lastSeenDate: '2022-08-18T02:04:46.435Z',
    })
    expect(read).toMatchObject({ enabled: false, productType: null, lastSeenDate: 1_660_788_286_435 })
  })

  it('reads absent fields as unknown', () => {
    expect(v.parse(mirrorServer, { id: 3, name: '' })).toEqual({
      id: '3',
      name: '',
      baseUrl: null,
      enabled: null,
      lastSeenDate: null,
      mirrorType: null,
      productType: null,
      productVersion: null,
    })
  })

  it('keeps an unknown type as it was sent', () => {
    expect(v.parse(mirrorServer, { id: '1', name: 'a', mirrorType: 'MESH' }).mirrorType).toBe('MESH')
  })

  it.each([
    ['no id', { name: 'a' }],
    ['no name', { id: '1' }],
    ['an address too long to be judged', { id: '1', name: 'a', baseUrl: `https://${'a'.repeat(5000)}` }],
    ['a name of a million characters', { id: '1', name: 'a'.repeat(1_000_000) }],
  ])('refuses a mirror with %s', (_what, wire) => {
    expect(v.is(mirrorServer, wire)).toBe(false)
  })
})
