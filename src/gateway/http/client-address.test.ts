import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { clientKey, createClientAddress } from './client-address.ts'
import { readTrustedProxies } from './trusted-proxies.ts'

const requestFrom = (remoteAddress: string, forwarded?: string) => ({
  headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  socket: Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress }),
})

const addressIn = (proxies: string, remote: string, forwarded?: string) =>
  createClientAddress(readTrustedProxies(proxies), false)(requestFrom(remote, forwarded))

describe('the address of a client', () => {
  it.each([
    ['nothing trusted', '', '192.0.2.1', '203.0.113.9', '192.0.2.1'],
    ['a proxy that is trusted', '10.0.0.0/8', '10.1.1.1', '203.0.113.9', '203.0.113.9'],
    ['an IPv4 proxy on an IPv6 socket', '10.0.0.0/8', '::ffff:10.1.1.1', '203.0.113.9', '203.0.113.9'],
    ['two proxies', '10.0.0.0/8', '10.1.1.1', '203.0.113.9, 10.2.2.2', '203.0.113.9'],
    [
      'a client that wrote the header itself',
      '10.0.0.0/8',
      '10.1.1.1',
      '1.1.1.1, 203.0.113.9',
      '203.0.113.9',
    ],
    ['another sender than the proxy', '10.0.0.0/8', '192.0.2.1', '203.0.113.9', '192.0.2.1'],
    ['a proxy that names nothing', '10.0.0.0/8', '10.1.1.1', undefined, '10.1.1.1'],
    ['what is no address', '10.0.0.0/8', '10.1.1.1', '203.0.113.9, unknown', '10.1.1.1'],
    ['an IPv6 proxy', 'fd00::/8', 'fd00::1', '2001:db8::7', '2001:db8::7'],
  ])('is read with %s', (_name, proxies, remote, forwarded, expected) => {
    expect(addressIn(proxies, remote, forwarded)).toBe(expected)
  })

  it('is not known behind a proxy that is not named: all people would share its address', () => {
    expect(createClientAddress([], true)(requestFrom('10.1.1.1', '203.0.113.9'))).toBeNull()
  })

  it.each([
    ['2001:db8::1', '2001:db8::ffff', true],
    ['2001:db8::1', '2001:db8:0:1::1', false],
    ['192.0.2.1', '::ffff:192.0.2.1', true],
    ['192.0.2.1', '192.0.2.2', false],
  ])('%s and %s count as one client: %s', (one, other, expected) => {
    expect(clientKey(one) === clientKey(other)).toBe(expected)
  })
})
