import { describe, expect, test } from 'vitest'
import { addressDoubtOf } from './address-doubt.ts'

describe('the address of a mirror', () => {
  test.each(['https://mirror.example.com', 'HTTPS://mirror.example.com:8443/bitbucket'])(
    'raises no doubt when it is plain https: %s',
    (address) => expect(addressDoubtOf(address)).toBeNull(),
  )

  test.each([
    [null, 'no address'],
    ['  ', 'no address'],
    ['http://mirror.example.com', 'not https'],
    ['https://trusted.example.com@evil.example', 'user name'],
    ['javascript:alert(1)', 'cannot be read'],
    ['https://mirror.example.com/a\u0000b', 'cannot be read'],
    ['mirror.example.com', 'cannot be read'],
  ])('raises a doubt when it is %j', (address, doubt) => expect(addressDoubtOf(address)).toContain(doubt))
})
