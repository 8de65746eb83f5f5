import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cloneAddressCan } from './clone-address-can.ts'

const users = [
  '',
  'john.doe@',
  'j.r.smith@',
  'user%40corp@',
  'john%40acme.com@',
  'ACME%5Cjohn@',
  'j_doe@',
  'j-doe+ci@',
]
const hosts = [
  'mirror.example.com',
  'mirror.example.com:8443',
  'mirror',
  'mirror_1.example.com',
  'git_mirror:7990',
  'MIRROR.Example.COM',
  'mirror-eu.example.com.',
  '10.0.0.7',
  '[2001:db8::1]:7990',
  '[fe80::1%25eth0]',
]
const good = [
  ...users.flatMap((user) => hosts.map((host) => `https://${user}${host}/scm/pay/ledger.git`)),
  'http://mirror.example.com:7990/bitbucket/scm/~jcitizen/dot-files.git',
  'http://127.0.0.1:41235/scm/pay/ledger.git',
  'HTTPS://mirror.example.com/scm/pay/ledger.git',
  'https://mirror.example.com/scm/pay/a+b,c=d.git',
  'https://mirror.example.com/scm/~john.doe/a%20b.git',
  'https://mirror.example.com/scm/~john@acme/a.git',
  'ssh://git@mirror.example.com:7999/pay/ledger.git',
  'ssh://git@mirror.example.com/~jcitizen/my%20repo.git',
  'ssh://john.doe@mirror_1.example.com:7999/pay/ledger.git',
  'ssh://mirror:7999/pay/ledger.git',
  'git@mirror.example.com:pay/ledger.git',
  'git@mirror_1:pay/ledger.git',
  'john.doe@mirror:pay/ledger.git',
  'git@[2001:db8::1]:pay/ledger.git',
  'mirror.example.com:/srv/ledger.git',
  'mirror:~/ledger.git',
]

describe('a clone address may be copied, and stand in a command', () => {
  it.each(good)('%s', (address) => {
    expect(cloneAddressCan.copy(address)).toEqual({ isAllowed: true })
    expect(cloneAddressCan.quote(address)).toEqual({ isAllowed: true })
  })

  it('of many kinds', () => expect(new Set(good).size).toBeGreaterThanOrEqual(60))
})

describe('a clone address with parentheses may stand in a quoted command only', () => {
  it.each([
    'https://mirror.example.com/git(eu)/scm/pay/ledger.git',
    'https://mirror.example.com/scm/pay/ledger-(old).git',
    'git@mirror.example.com:pay/ledger(1).git',
  ])('%s', (address) => {
    expect(cloneAddressCan.quote(address)).toEqual({ isAllowed: true })
    expect(cloneAddressCan.copy(address)).toMatchObject({
      isAllowed: false,
      why: expect.stringContaining('parentheses'),
    })
  })
})

describe('a clone address is shown and not offered for copying', () => {
  it.each([
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
    ['https://www.acme@evil.example/a.git', 'its host or user is not one that can be trusted'],
    ['https://bitbucket.acme.de@evil.example/a.git', 'its host or user is not one that can be trusted'],
    ['https://acme.com%40x@evil.example/a.git', 'its host or user is not one that can be trusted'],
    ['https://acme%2Fx@evil.example/a.git', 'its host or user is not one that can be trusted'],
    ['https://a@b@evil.example/a.git', 'its host or user is not one that can be trusted'],
    ['ssh://john.doe@-oProxyCommand=x/a.git', 'its host or user is not one that can be trusted'],
    ['bitbucket.example.com@evil.example:a.git', 'its host or user is not one that can be trusted'],
    ['https://mirror.example.com/%0ahost=evil', 'it holds spaces, line breaks or hidden characters'],
    ['https://mirror.example.com/a%0D.git', 'it holds spaces, line breaks or hidden characters'],
    ['https://mirror.example.com/a%00.git', 'it holds spaces, line breaks or hidden characters'],
    ['https:///a.git', 'its host or user is not one that can be trusted'],
  ])('%j, because %s', (address, why) => {
    expect(cloneAddressCan.copy(address)).toEqual({ isAllowed: false, why })
    expect(cloneAddressCan.quote(address)).toEqual({ isAllowed: false, why })
  })

  it('whatever a mirror sends, nothing that is offered can break out of its line or be an option', () => {
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
        const isQuotable = cloneAddressCan.quote(address).isAllowed
        expect(isQuotable && /[\s\p{C}'"‘’‚‛]|^-|\/\/-/u.test(address)).toBe(false)
      }),
    )
  })
})
