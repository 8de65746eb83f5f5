import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { authenticationRequest, userWithPermissions } from './account.ts'

describe('authenticationRequest', () => {
  it.each([
    ['a password', { username: 'user1', password: 'secr3t' }],
    ['a token', { token: 'NjU4' }],
    ['an OpenSSH key', { publicKey: 'ssh-ed25519 AAAA' }],
    ['an X.509 key', { publicKey: 'MIIB', algorithm: 'RSA', username: 'git' }],
  ])('takes %s', (_what, credentials) => {
    expect(v.parse(authenticationRequest, { credentials }).credentials).toEqual(credentials)
  })

  it.each([
    ['no credentials', {}],
    ['a name alone', { credentials: { username: 'user1' } }],
    ['a repository as text', { credentials: { token: 'x' }, repositoryId: '2154' }],
    ['a repository beyond 2^53', { credentials: { token: 'x' }, repositoryId: 2 ** 60 }],
  ])('refuses %s', (_what, body) => {
    expect(v.is(authenticationRequest, body)).toBe(false)
  })
})

describe('userWithPermissions', () => {
  it('reads the vendor’s example, and permissions of any form', () => {
    const wire = {
      effectivePermissions: { 'GLOBAL:ADMIN': ['x'] },
      id: 101,
      type: 'NORMAL',
      displayName: 'Jane Citizen',
      slug: 'jcitizen',
      active: true,
      name: 'jcitizen',
      emailAddress: 'jane@example.com',
    }
    expect(v.parse(userWithPermissions, wire)).toEqual({ ...wire, id: '101' })
  })

  it('reads a service user that has hardly anything', () => {
    expect(v.parse(userWithPermissions, { id: 9, name: 'bot' })).toMatchObject({
      active: null,
      effectivePermissions: null,
    })
  })
})
