import { describe, expect, it } from 'vitest'
import { forbiddenReason } from './forbidden-address.ts'
import { namesAddress, namesHost, readMirrorNetworks } from './mirror-networks.ts'

describe('the addresses that are never asked', () => {
  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['::1', 'loopback'],
    ['[::1]', 'loopback'],
    ['0:0:0:0:0:0:0:1', 'loopback'],
    ['::ffff:127.0.0.1', 'loopback'],
    ['::ffff:7f00:1', 'loopback'],
    ['::127.0.0.1', 'loopback'],
    ['64:ff9b::127.0.0.1', 'loopback'],
    ['64:ff9b::7f00:1', 'loopback'],
    ['64:ff9b:1::127.0.0.1', 'loopback'],
    ['::ffff:0:127.0.0.1', 'loopback'],
    ['2002:7f00:1::', 'loopback'],
    ['2001:0:1:2:3:4:80ff:fffe', 'loopback'],
    ['169.254.169.254', 'metadata'],
    ['::ffff:169.254.169.254', 'metadata'],
    ['64:ff9b::a9fe:a9fe', 'metadata'],
    ['100.100.100.200', 'metadata'],
    ['192.0.0.192', 'metadata'],
    ['168.63.129.16', 'metadata'],
    ['fd00:ec2::254', 'metadata'],
    ['169.254.0.1', 'link-local'],
    ['fe80::1', 'link-local'],
    ['fe80::1%eth0', 'link-local'],
    ['febf::1', 'link-local'],
    ['fec0::1', 'link-local'],
    ['0.0.0.0', 'unspecified'],
    ['0.1.2.3', 'unspecified'],
    ['::', 'unspecified'],
    ['::ffff:0.0.0.0', 'unspecified'],
    ['224.0.0.1', 'multicast'],
    ['239.255.255.255', 'multicast'],
    ['ff02::1', 'multicast'],
    ['255.255.255.255', 'reserved'],
    ['240.0.0.1', 'reserved'],
    ['2130706433', 'not-an-address'],
    ['0x7f.1', 'not-an-address'],
    ['127.1', 'not-an-address'],
    ['', 'not-an-address'],
    ['mirror.example.com', 'not-an-address'],
  ])('%s is one: %s', (address, reason) => {
    expect(forbiddenReason(address)).toBe(reason)
  })

  it.each([
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '8.8.8.8',
    'fd12:3456::1',
    '2606:4700::1',
    '::ffff:10.0.0.1',
  ])('%s is none: real mirrors are on private networks', (address) => {
    expect(forbiddenReason(address)).toBeNull()
  })
})

describe('the networks that the operator names', () => {
  const networks = readMirrorNetworks(
    '127.0.0.0/8, ::1, *.mirrors.localhost:8080, Mirror.example.com, 169.254.1.2, 10.0.0.0/8:7990, fe80::/10:7990',
  )

  it.each(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1', '169.254.1.2'])('hold %s', (address) => {
    expect(namesAddress(networks, address, '80')).toBe(true)
  })

  it.each([
    ['10.1.2.3', '7990', true],
    ['10.1.2.3', '7991', false],
    ['11.1.2.3', '7990', false],
    ['fe80::1', '7990', true],
    ['fe80::1', '80', false],
  ])('hold %s at port %s, where one is named: %s', (address, port, isHeld) => {
    expect(namesAddress(networks, address, port)).toBe(isHeld)
  })

  it.each(['128.0.0.1', '::2', '169.254.1.3', '10.0.0.1', 'mirror.example.com'])(
    'do not hold %s',
    (address) => {
      expect(namesAddress(networks, address, '80')).toBe(false)
    },
  )

  it.each([
    ['a.mirrors.localhost', '8080', true],
    ['a.b.mirrors.localhost', '8080', true],
    ['mirrors.localhost', '8080', false],
    ['a.mirrors.localhost', '8081', false],
    ['amirrors.localhost', '8080', false],
    ['mirror.example.com', '443', true],
    ['mirror.example.com.evil.com', '443', false],
    ['evil-mirror.example.com', '443', false],
  ])('name the host %s on port %s: %s', (host, port, isNamed) => {
    expect(namesHost(networks, host, port)).toBe(isNamed)
  })
})
