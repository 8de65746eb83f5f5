import { describe, expect, it } from 'vitest'
import { webAddressOf } from './web-address.ts'

describe('an address from upstream becomes a link', () => {
  it.each([
    'https://mirror.example.com',
    'http://10.0.0.7:7990/bitbucket',
    'HTTPS://Mirror.Example.com/x?y=1',
  ])('when it is plain http(s): %s', (address) => expect(webAddressOf(address)).toBeInstanceOf(URL))

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    ' https://mirror.example.com',
    'https://mirror.example.com/a\nb',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    '//mirror.example.com',
    'https://admin:secret@mirror.example.com',
    'https://trusted.example.com@evil.example',
    'mirror.example.com',
    '',
    `https://mirror.example.com/${'a'.repeat(3000)}`,
  ])('never when it is %j', (address) => expect(webAddressOf(address)).toBeNull())
})
