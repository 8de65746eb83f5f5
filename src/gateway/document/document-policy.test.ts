import { describe, expect, it } from 'vitest'
import { devDocumentPolicy, documentPolicy, staticDocumentPolicy } from './document-policy.ts'

describe('the document policy', () => {
  it('refuses everything that is not named', () => {
    expect(documentPolicy('abc')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; worker-src 'none'; manifest-src 'self'; require-trusted-types-for 'script'; " +
        'trusted-types default',
    )
  })

  it('is the same for the dev server but for what hot reload needs', () => {
    const own = new Set(documentPolicy('abc').split('; '))
    expect(
      devDocumentPolicy('abc')
        .split('; ')
        .filter((directive) => !own.has(directive)),
    ).toEqual(["script-src 'self' 'nonce-abc'", "connect-src 'self' ws:"])
  })

  it('is the same for the static demonstration but for its worker, and what HTML cannot carry', () => {
    const own = documentPolicy('abc').split('; ')
    const carried = staticDocumentPolicy('abc', 'worker').split('; ')
    expect(carried.filter((directive) => !own.includes(directive))).toEqual([
      "worker-src 'self'",
      'trusted-types default worker',
    ])
    expect(own.filter((directive) => !carried.includes(directive))).toEqual([
      "frame-ancestors 'none'",
      "worker-src 'none'",
      'trusted-types default',
    ])
  })
})
