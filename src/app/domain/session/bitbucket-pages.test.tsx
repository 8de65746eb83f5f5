import { afterEach, describe, expect, it } from 'vitest'
import { BASE_META } from '#contract/session.ts'
import { loginAddress, logoutAddress } from './bitbucket-pages.ts'

const servedBelow = (path: string): void => {
  const meta = document.createElement('meta')
  meta.name = BASE_META
  meta.content = path
  document.head.append(meta)
}

afterEach(() => document.querySelector(`meta[name="${BASE_META}"]`)?.remove())

describe("Bitbucket's login page", () => {
  it.each([
    ['https://bitbucket.example.com', '/mirrors', '/', '/login?next=%2Fmirrors%2F'],
    [
      'https://bitbucket.example.com',
      '/mirrors',
      '/mirrors?sort=name.asc',
      '/login?next=%2Fmirrors%2Fmirrors%3Fsort%3Dname.asc',
    ],
    [
      'https://bitbucket.example.com/scm',
      '/scm/mirrors',
      '/preferred-mirror',
      '/scm/login?next=%2Fmirrors%2Fpreferred-mirror',
    ],
  ])('of %s leads back below %s to %s', (upstream, base, returnTo, address) => {
    servedBelow(base)
    expect(loginAddress({ upstream }, returnTo)).toBe(address)
  })

  it.each([
    null,
    '',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    '/requests/../../..//evil.example\n',
    'javascript:alert(1)',
    '/unknown',
    '/requests#@evil.example',
  ])('leads nowhere but to the console, also for %j', (returnTo) => {
    servedBelow('/mirrors')
    const upstream = 'https://bitbucket.example.com'
    expect(loginAddress({ upstream }, returnTo)).toBe('/login?next=%2Fmirrors%2F')
  })

  it.each(['not an address', 'https://evil.example'])('is on this origin, also before %s', (upstream) => {
    servedBelow('/mirrors')
    for (const address of [loginAddress({ upstream }, '/'), logoutAddress({ upstream })]) {
      expect(new URL(address, 'https://here.example').origin).toBe('https://here.example')
    }
  })
})
