import { describe, expect, it } from 'vitest'
import { gitAddressesOf } from './git-addresses.ts'

const http = (href: string) => [{ name: 'http', href }]
const good = {
  cloneUrls: [
    { name: 'http', href: 'https://mirror.example.com/scm/pay/ledger.git' },
    { name: 'ssh', href: 'ssh://git@mirror.example.com:7999/pay/ledger.git' },
  ],
  pushUrls: [
    { name: 'https', href: 'https://bitbucket.example.com/scm/pay/ledger.git' },
    { name: 'SSH', href: 'git@bitbucket.example.com:pay/ledger.git' },
  ],
}

describe('the addresses for git', () => {
  it('are taken by protocol', () => {
    expect(gitAddressesOf(good, 'http')).toEqual({
      kind: 'ready',
      pair: {
        mirror: 'https://mirror.example.com/scm/pay/ledger.git',
        primary: 'https://bitbucket.example.com/scm/pay/ledger.git',
      },
    })
    expect(gitAddressesOf(good, 'ssh')).toEqual({
      kind: 'ready',
      pair: {
        mirror: 'ssh://git@mirror.example.com:7999/pay/ledger.git',
        primary: 'git@bitbucket.example.com:pay/ledger.git',
      },
    })
  })

  it('are missing when a mirror does not speak a protocol', () => {
    expect(gitAddressesOf({ ...good, cloneUrls: [] }, 'ssh')).toEqual({ kind: 'missing', purpose: 'clone' })
    expect(gitAddressesOf({ ...good, pushUrls: [] }, 'http')).toEqual({ kind: 'missing', purpose: 'push' })
  })

  it.each([
    'ext::sh -c touch% owned',
    '--upload-pack=touch owned',
    'https://mirror.example.com/a.git\ntouch owned',
    'ssh://-oProxyCommand=touch/a.git',
    "https://mirror.example.com/';touch owned;'.git",
    'https://mirror.example.com/$(touch owned).git',
    'file:///etc',
    'ssh://git@mirror.example.com/a.git',
    'javascript:alert(1)',
    '',
  ])('are refused when one of them is %j', (address) => {
    expect(gitAddressesOf({ ...good, cloneUrls: http(address) }, 'http')).toMatchObject({
      kind: 'refused',
      purpose: 'clone',
      address,
    })
    expect(gitAddressesOf({ ...good, pushUrls: http(address) }, 'http')).toMatchObject({
      kind: 'refused',
      purpose: 'push',
      address,
    })
  })
})
