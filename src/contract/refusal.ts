import type { RestErrors } from './rest-errors.ts'

/** What Bitbucket means by a refusal. */
export type RefusalKind =
  | 'signed-out'
  | 'captcha'
  | 'not-permitted'
  | 'not-found'
  /** There is no such operation at all: the mirroring plugin is disabled, or this is another version. */
  | 'no-mirroring'
  | 'conflict'
  | 'rate-limited'
  | 'unavailable'
  | 'timeout'
  | 'invalid'
  | 'server'

/** An answer that is no success, as far as it decides. */
export type RefusedAnswer = {
  readonly status: number
  readonly errors: RestErrors['errors']
  /** Whether Bitbucket named a user in `X-AUSERNAME`. */
  readonly hasUser: boolean
}

/**
 * Kinds by the class name of the exception, the first that fits. Jersey's own exception says that no resource has this
 * path, which says nothing about the resource that was asked for. Source: Bitbucket's REST answers and API documentation.
 */
const byException: readonly (readonly [RegExp, RefusalKind])[] = [
  [/captcha/i, 'captcha'],
  [/Authentication\w*Exception$/, 'signed-out'],
  [/Authori[sz]ation\w*Exception$/, 'not-permitted'],
  [/(?:jersey|ws\.rs)\b.*\bNotFoundException$/, 'no-mirroring'],
]

const byStatus = (status: number, hasUser: boolean): RefusalKind => {
  if (status === 401) return hasUser ? 'not-permitted' : 'signed-out'
  if (status === 403) return 'not-permitted'
  if (status === 404) return 'not-found'
  if (status === 409) return 'conflict'
  if (status === 429) return 'rate-limited'
  if (status === 503) return 'unavailable'
  if (status === 504) return 'timeout'
  return status >= 400 && status < 500 ? 'invalid' : 'server'
}

/**
 * What a refusal means, or `null` when it is not Bitbucket's: only Bitbucket answers with its `errors[]`. The name of
 * the exception decides then, and `X-AUSERNAME` helps where it is missing; neither counts alone. A caller that gets
 * `null` must conclude nothing: an API gateway's 404 says nothing about a mirror.
 */
export const refusalOf = ({ status, errors, hasUser }: RefusedAnswer): RefusalKind | null => {
  const isBitbucket = errors.some(({ message, exceptionName }) => message !== null || exceptionName !== null)
  if (!isBitbucket) return null
  const names = errors.flatMap(({ exceptionName }) => exceptionName ?? [])
  const named = byException.find(([pattern]) => names.some((name) => pattern.test(name)))
  const kind = named?.[1] ?? byStatus(status, hasUser)
  // Bitbucket knows the caller: what it refused are the credentials in a question, not the session.
  return kind === 'signed-out' && hasUser ? 'not-permitted' : kind
}
