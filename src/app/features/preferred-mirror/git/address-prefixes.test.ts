import { describe, expect, it } from 'vitest'
import { addressPrefixesOf } from './address-prefixes.ts'

describe('what all repositories share', () => {
  it.each([
    [
      'https://mirror.example.com/scm/pay/ledger.git',
      'https://bitbucket.example.com/scm/pay/ledger.git',
      'https://mirror.example.com/scm/',
      'https://bitbucket.example.com/scm/',
    ],
    [
      'https://mirror.example.com/scm/pay/ledger.git',
      'https://example.com:8443/bitbucket/scm/pay/ledger.git',
      'https://mirror.example.com/scm/',
      'https://example.com:8443/bitbucket/scm/',
    ],
    [
      'ssh://git@mirror.example.com:7999/pay/ledger.git',
      'ssh://git@bitbucket.example.com:7999/pay/ledger.git',
      'ssh://git@mirror.example.com:7999/',
      'ssh://git@bitbucket.example.com:7999/',
    ],
    [
      'git@mirror.example.com:pay/ledger.git',
      'git@bitbucket.example.com:pay/ledger.git',
      'git@mirror.example.com:',
      'git@bitbucket.example.com:',
    ],
  ])('of %s and %s', (mirror, primary, mirrorPrefix, primaryPrefix) =>
    expect(addressPrefixesOf({ mirror, primary })).toEqual({ mirror: mirrorPrefix, primary: primaryPrefix }),
  )

  it.each([
    ['https://mirror.example.com/scm/pay/ledger.git', 'https://bitbucket.example.com/scm/pay/other.git'],
    ['https://mirror.example.com/scm/x/ledger.git', 'https://bitbucket.example.com/scm/pay/ledger.git'],
    ['https://same.example.com/scm/pay/ledger.git', 'https://same.example.com/scm/pay/ledger.git'],
    ['https://mirror.example.com/ledger.git', 'https://bitbucket.example.com/ledger.git'],
    ['https://mirror.example.com/scm/pay/ledger.git/', 'https://bitbucket.example.com/scm/pay/ledger.git/'],
  ])('is not to be seen in %s and %s', (mirror, primary) =>
    expect(addressPrefixesOf({ mirror, primary })).toBeNull(),
  )
})
