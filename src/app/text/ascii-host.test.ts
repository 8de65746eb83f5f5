import { describe, expect, it } from 'vitest'
import { asciiHostOf } from './ascii-host.ts'

describe('the host behind an address', () => {
  it.each([
    [String.raw`https://evil.example\@bitbucket.example.com/`, 'evil.example'],
    ['https://mirror.example.com', null],
    ['HTTPS://Mirror.Example.com:8443/x?y#z', null],
    ['http://[::1]:7990/', null],
    ['not an address', null],
    ['', null],
    ['javascript:alert(1)', null],
    ['https://аpple.com', 'xn--pple-43d.com'],
    ['https://аpple.com/xn--pple-43d.com', 'xn--pple-43d.com'],
    ['https://mirror。example.com', 'mirror.example.com'],
    ['http://2130706433/', '127.0.0.1'],
    ['https://trusted.example.com@evil.example', 'evil.example'],
    ['https://trusted.example.com:x@evil.example/', 'evil.example'],
  ])('of %j reads %j', (address, host) => expect(asciiHostOf(address)).toBe(host))
})
