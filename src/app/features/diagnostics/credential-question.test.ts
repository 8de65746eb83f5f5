import { describe, expect, it } from 'vitest'
import { questionOf } from './credential-question.ts'
import { permissionLines } from './permission-lines.ts'

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

describe('the question to authenticate', () => {
  it.each([
    ['password', { username: 'jane', password: 'p' }, { credentials: { username: 'jane', password: 'p' } }],
    ['token', { token: 't', repositoryId: '11' }, { credentials: { token: 't' }, repositoryId: 11 }],
    [
      'key',
      { publicKey: ' ssh-ed25519 AAAAC3 jane@desk\n', requiredPermissionsOnly: 'on' },
      {
        credentials: { publicKey: 'ssh-ed25519 AAAAC3 jane@desk', algorithm: 'ssh-ed25519' },
        requiredPermissionsOnly: true,
      },
    ],
  ] as const)('is made of a %s', (kind, fields, question) => {
    expect(questionOf(kind, formOf(fields))).toEqual({ kind: 'question', question })
  })

  it.each([
    '-----BEGIN OPENSSH PRIVATE KEY----- b3Blbn -----END OPENSSH PRIVATE KEY-----',
    '-----BEGIN RSA PRIVATE KEY-----',
    'PuTTY-User-Key-File-3: ssh-ed25519',
    'ssh-ed25519 AAAAC3 -----BEGIN PRIVATE KEY-----',
  ])('is never made of a private key: %s', (publicKey) => {
    const reading = questionOf('key', formOf({ publicKey }))
    expect(reading).toMatchObject({ kind: 'wrong', field: 'publicKey' })
    expect(JSON.stringify(reading)).toContain('private key')
  })

  it.each(['', 'hello', 'ssh-ed25519', 'b3BlbnNzaC1rZXk'])(
    'is not made of something else: %j',
    (publicKey) => {
      expect(questionOf('key', formOf({ publicKey }))).toMatchObject({ kind: 'wrong' })
    },
  )

  it.each(['x', '-1', '1e3', '99999999999999999'])('takes no repository id like %s', (repositoryId) => {
    expect(questionOf('token', formOf({ token: 't', repositoryId }))).toMatchObject({
      kind: 'wrong',
      field: 'repositoryId',
    })
  })
})

describe('effective permissions', () => {
  it.each([
    [{ global: ['ADMIN'], repository: ['REPO_READ'] }, ['global: ADMIN', 'repository: REPO_READ']],
    ['REPO_READ', ['REPO_READ']],
    [null, []],
    [{ a: { b: true } }, ['a.b: true']],
  ])('%j are shown in lines', (permissions, lines) => {
    expect(permissionLines(permissions)).toEqual(lines)
  })
})
