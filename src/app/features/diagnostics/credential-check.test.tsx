import { afterEach, expect, it, vi } from 'vitest'
import { createQueryClient } from '#app/api/query-client.ts'
import { runMutation } from '#app/api/run-mutation.ts'
import { upstreamAnswer } from '#demo/testing/upstream-answer.ts'
import { checkCredentialsMutation, type CredentialQuestion } from './credential-check.ts'

const check = (credentials: CredentialQuestion['credentials'], names: object) => {
  const user = { id: 1, name: 'bob', slug: null, emailAddress: null, ...names }
  vi.stubGlobal('fetch', () => Promise.resolve(upstreamAnswer(user)))
  return runMutation(createQueryClient(), checkCredentialsMutation, () => ({ credentials }))
}
const named = (username: string) => ({ username, password: 'p' })

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['the user', named('bob'), {}],
  ['the user in another case', named(' BOB '), {}],
  ['the user by their email address', named('B@acme.com'), { emailAddress: 'b@acme.com' }],
  ['a token, whose user only the answer names', { token: 't' }, {}],
])('credentials of %s are accepted', async (_what, credentials, names) => {
  expect(await check(credentials, names)).toMatchObject({ name: 'bob' })
})

it('an answer about another user accepts no credentials', async () => {
  await expect(check(named('alice'), { slug: 'bob' })).rejects.toMatchObject({ kind: 'other-subject' })
})
