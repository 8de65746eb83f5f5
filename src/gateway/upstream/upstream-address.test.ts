import { describe, expect, it } from 'vitest'
import { readUpstreamAddress } from './upstream-address.ts'

describe('the address of Bitbucket', () => {
  it.each([
    'https://bitbucket.example.com/bitbucket',
    'https://bitbucket.example.com/bitbucket/',
    'https://bitbucket.example.com/bitbucket/rest',
    'https://bitbucket.example.com/bitbucket/rest/api/latest/',
    'HTTPS://Bitbucket.Example.COM/bitbucket',
    'https://bitbucket.example.com:443/bitbucket',
    'https://bitbucket.example.com/bitbucket/dashboard',
    'https://bitbucket.example.com/bitbucket//',
  ])('is the same in the spelling %s', (spelling) => {
    expect(readUpstreamAddress(spelling)).toEqual({
      origin: 'https://bitbucket.example.com',
      contextPath: '/bitbucket',
      href: 'https://bitbucket.example.com/bitbucket',
    })
  })

  it.each([
    'http://127.0.0.1:7990',
    'http://127.0.0.1:7990/',
    'http://127.0.0.1:7990/rest',
    'http://127.0.0.1:7990/rest/',
    'HTTP://127.0.0.1:7990',
    'http://127.0.0.1:7990/login',
  ])('may be without a context path, as in %s', (spelling) => {
    expect(readUpstreamAddress(spelling).href).toBe('http://127.0.0.1:7990')
  })

  it.each([
    ['bitbucket.example.com', /start with https/],
    ['file:///etc/passwd', /start with https/],
    ['https://', /an address such as/],
    ['https://admin@bitbucket.example.com', /user name or password/],
    ['https://admin:admin@bitbucket.example.com', /user name or password/],
    ['https://bitbucket.example.com?a=b', /query or a fragment/],
    ['https://bitbucket.example.com/#top', /query or a fragment/],
    ['https://bitbucket.example.com/a/../b', /dot segments/],
    ['https://bitbucket.example.com/%2e%2e', /escapes/],
    ['https://bitbucket.example.com\\evil', /backslashes/],
    ['https://bitbucket.example.com/a b', /spaces/],
    ['https://bitbucket.example.com/a;b', /plain letters/],
  ])('%s is refused', (spelling, reason) => {
    expect(() => readUpstreamAddress(spelling)).toThrow(reason)
  })
})
