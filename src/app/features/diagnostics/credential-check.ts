import { mutationOptions } from '@tanstack/react-query'
import type { InferInput, InferOutput } from 'valibot'
import type { authenticationRequest, userWithPermissions } from '#contract/account.ts'
import { call } from '#app/api/client.ts'
import { Problem, problemOf } from '#app/api/problem.ts'

/** What a mirror would send to have credentials checked. Holds a secret. */
export type CredentialQuestion = InferInput<typeof authenticationRequest>

const isIn = (secrets: readonly string[], text: string | null): boolean =>
  text !== null && secrets.some((secret) => secret !== '' && text.includes(secret))

const secretsOf = ({ credentials }: CredentialQuestion): readonly string[] => {
  if ('token' in credentials) return [credentials.token]
  return 'password' in credentials ? [credentials.password] : [credentials.publicKey]
}

/** Whether the answer names the user who was asked about. Bitbucket ignores the case of a user name. */
const isUserOf = (
  { credentials }: CredentialQuestion,
  { name, slug, emailAddress }: InferOutput<typeof userWithPermissions>,
): boolean => {
  if (!('password' in credentials)) return true
  const asked = credentials.username.trim().toLowerCase()
  return [name, slug, emailAddress].some((one) => one?.toLowerCase() === asked)
}

/** The problem without messages that repeat a secret: what a server echoes is shown, and must not be that. */
const withoutEcho = (error: unknown, question: CredentialQuestion): Problem => {
  const { kind, status, errors, retryAfterMs } = problemOf(error)
  const secrets = secretsOf(question)
  return new Problem({
    kind,
    status,
    retryAfterMs,
    errors: errors.filter(({ message, context }) => !isIn(secrets, message) && !isIn(secrets, context)),
  })
}

/**
 * Asks Bitbucket about credentials as a mirror would. Its variable is a function that takes them from the form at
 * the last moment, so they are in no cache. Its result holds none.
 */
export const checkCredentialsMutation = mutationOptions({
  mutationKey: ['check-credentials'],
  mutationFn: async (take: () => CredentialQuestion) => {
    const question = take()
    try {
      const answer = await call('authenticate', { body: question })
      if (!isUserOf(question, answer)) throw new Problem({ kind: 'other-subject' })
      return answer
    } catch (error) {
      throw withoutEcho(error, question)
    }
  },
  gcTime: 0,
  scope: { id: 'check-credentials' },
})
