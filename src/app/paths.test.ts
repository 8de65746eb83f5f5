import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeReturnTo } from './paths.ts'

describe('the way back after signing in', () => {
  it.each(['/requests', '/requests?state=accepted', '/mirrors/B0F5-CS21', '/repositories?search=a%20b'])(
    'leads to the page %s',
    (page) => expect(safeReturnTo(page)).toBe(page),
  )

  it.each([
    null,
    '',
    '/',
    'requests',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'https://evil.example/requests',
    'javascript:alert(1)',
    '/requestsx',
    '/sign-in',
    '/-/session',
    '/rest/mirroring/latest/requests',
  ])('never leads to %j', (address) => expect(safeReturnTo(address)).toBe('/'))

  it('never leaves the origin, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (address) => {
        const target = new URL(safeReturnTo(address), 'https://console.example')
        expect(target.origin).toBe('https://console.example')
      }),
    )
  })
})
