import { describe, expect, it } from 'vitest'
import { claimedAddressOf } from './claimed-address.ts'

const normalOf = (address: string) => {
  const read = claimedAddressOf(address)
  return read.kind === 'web' ? read.normal : null
}

describe('the address in a request', () => {
  it.each([
    ['https://mirror.example.com', 'mirror.example.com'],
    ['https://MIRROR.example.com:8443/bitbucket/', 'mirror.example.com'],
    ['https://[2001:db8::1]/', '[2001:db8::1]'],
    ['https://10.0.0.7', '10.0.0.7'],
  ])('%s is what it seems to be', (address, host) =>
    expect(claimedAddressOf(address)).toMatchObject({
      kind: 'web',
      isHttps: true,
      host,
      hasUserInfo: false,
      isDisguised: false,
    }),
  )

  it.each([
    ['https://\u0430pple.com', 'xn--pple-43d.com'],
    ['https://xn--80ak6aa92e.com', 'xn--80ak6aa92e.com'],
    ['http://2130706433', '127.0.0.1'],
    ['http://0x7f.1', '127.0.0.1'],
    ['http://[::ffff:127.0.0.1]:7990', '[::ffff:7f00:1]'],
    ['https://mirror\u3002example.com', 'mirror.example.com'],
  ])('%s is disguised', (address, host) =>
    expect(claimedAddressOf(address)).toMatchObject({ isDisguised: true, host }),
  )

  it('with a user name in it leads elsewhere, and says where', () =>
    expect(claimedAddressOf('https://bitbucket.example.com@evil.example')).toMatchObject({
      hasUserInfo: true,
      isDisguised: false,
      host: 'evil.example',
    }))

  it.each([null, '', '  '])('%j is missing', (address) =>
    expect(claimedAddressOf(address)).toEqual({ kind: 'missing' }),
  )

  it.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'data:text/html,x',
    '//evil.example/mirror',
    'file:///etc/passwd',
    'mirror.example.com',
    'https://mirror.example.com/\u200B',
    'https://',
  ])('%j cannot be read', (address) => expect(claimedAddressOf(address)).toEqual({ kind: 'unreadable' }))

  it.each([
    ['https://mirror.example.com/x', 'HTTP://Mirror.example.com:80/x/'],
    ['https://mirror.example.com/x', 'https://mirror.example.com./x'],
    ['https://mirror.example.com:8443', 'https://mirror.example.com.:8443/'],
    ['https://mirror', 'https://mirror.'],
  ])('%s is compared with %s without case, scheme, last slash and the dot of the root', (one, other) => {
    expect(normalOf(other)).toBe(normalOf(one))
    expect(claimedAddressOf(other)).toMatchObject({ isDisguised: false, host: new URL(one).hostname })
  })
})
