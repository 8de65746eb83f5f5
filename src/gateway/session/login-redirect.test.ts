import { expect, it } from 'vitest'
import { readUpstreamAddress } from '#gateway/upstream/upstream-address.ts'
import { isLoginRedirect } from './login-redirect.ts'

const upstream = readUpstreamAddress('https://bitbucket.example.com/scm')

it.each([
  [302, '/scm/login', true],
  [302, 'https://bitbucket.example.com/scm/login?next=/scm/rest', true],
  [303, '/scm/login?next=x', true],
  [302, '/login', false],
  [302, '/scm/login/../x', false],
  [302, 'https://evil.example/scm/login', false],
  [302, '//evil.example/scm/login', false],
  [302, 'http://bitbucket.example.com/scm/login', false],
  [302, 'http://[', false],
  [302, null, false],
  [200, '/scm/login', false],
])('a %s to %s leads to the login page: %s', (status, location, isLogin) => {
  const header = (name: string) => (name === 'location' ? location : null)
  expect(isLoginRedirect({ status, header }, upstream)).toBe(isLogin)
})
