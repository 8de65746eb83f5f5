import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cloneAddressCan } from './clone-address-can.ts'

describe('a clone address may be copied', () => {
  test.each([
    'https://mirror.example.com/scm/pay/ledger.git',
    'http://mirror.example.com:7990/bitbucket/scm/~jcitizen/dot-files.git',
    'http://127.0.0.1:41235/scm/pay/ledger.git',
    'http://[2001:db8::1]:7990/scm/pay/ledger.git',
    'https://jcitizen@mirror.example.com/scm/pay/ledger.git',
    'HTTPS://mirror.example.com/scm/pay/ledger.git',
    'ssh://git@mirror.example.com:7999/pay/ledger.git',
    'ssh://git@mirror.example.com/~jcitizen/my%20repo.git',
    'git@mirror.example.com:pay/ledger.git',
    'mirror.example.com:/srv/ledger.git',
  ])('%s', (address) => expect(cloneAddressCan.copy(address)).toEqual({ isAllowed: true }))
})

describe('a clone address is shown and not offered for copying', () => {
  test.each([
    ['', 'it is empty or too long'],
    [`https://mirror.example.com/${'x'.repeat(2048)}`, 'it is empty or too long'],
    [
      'https://evil.example/a.git\n--upload-pack=touch owned',
      'it holds spaces, line breaks or hidden characters',
    ],
    ['https://evil.example/\u202Ea.git', 'it holds spaces, line breaks or hidden characters'],
    ['https://evil.example/a.git ', 'it holds spaces, line breaks or hidden characters'],
    ['\u0001https://evil.example/a.git', 'it holds spaces, line breaks or hidden characters'],
    ['--upload-pack=touch', 'it starts like an option of a command'],
    ['-oProxyCommand=x', 'it starts like an option of a command'],
    ['ext::sh -c touch% owned', 'git would run a command for it'],
    ['git-remote-x::https://mirror.example.com/a.git', 'git would run a command for it'],
    ['https://evil.example/$(touch)', 'it holds characters that a shell or a reader can take for others'],
    ['https://evil.example/a.git;id', 'it holds characters that a shell or a reader can take for others'],
    ['https://evil.example/`id`', 'it holds characters that a shell or a reader can take for others'],
    ['https://xn--evil.example/а.git', 'it holds characters that a shell or a reader can take for others'],
    ['javascript:alert(1)', 'it holds characters that a shell or a reader can take for others'],
    ['file:///etc/passwd', 'it is no http, https or ssh address'],
    ['git://mirror.example.com/a.git', 'it is no http, https or ssh address'],
    ['//evil.example/a.git', 'it is no http, https or ssh address'],
    ['git@mirror.example.com:-oProxyCommand=x', 'it is no http, https or ssh address'],
    ['ssh://-oProxyCommand=touch%20owned/a.git', 'its host or user is not one that can be trusted'],
    ['ssh://-l@mirror.example.com/a.git', 'its host or user is not one that can be trusted'],
    ['https://bitbucket.example.com@evil.example/a.git', 'its host or user is not one that can be trusted'],
    ['https://admin:secret@mirror.example.com/a.git', 'its host or user is not one that can be trusted'],
    ['https:///a.git', 'its host or user is not one that can be trusted'],
  ])('%j, because %s', (address, why) =>
    expect(cloneAddressCan.copy(address)).toEqual({ isAllowed: false, why }),
  )

  test('whatever a mirror sends, nothing that is offered can break out of its line or be an option', () => {
    const rough = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'ht/ps:@-.a1[]%\n ;$'.split('')) }),
      fc.string().map((tail) => `ssh://${tail}`),
    )
    fc.assert(
      fc.property(rough, (address) => {
        const isOffered = cloneAddressCan.copy(address).isAllowed
        expect(isOffered && (/[\s\p{C};$`&|<>(){}!'"\\*?#]/u.test(address) || /^-|\/\/-/.test(address))).toBe(
          false,
        )
      }),
    )
  })
})
