import { GatewayError } from '#gateway/http/gateway-error.ts'

/** The parts of an upstream's answer that decide whether it may be passed on. */
export type AnswerHead = { readonly status: number; readonly header: (name: string) => string | null }

const JSON_MEDIA = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

/** Whether a `Content-Type` says JSON. */
export const isJsonMedia = (mediaType: string): boolean => JSON_MEDIA.test(mediaType)

/** Whether the answer has no body: by its status, by its length, or because a success names neither type nor length. */
export const isEmptyAnswer = ({ status, header }: AnswerHead): boolean =>
  status === 204 ||
  status === 205 ||
  status === 304 ||
  header('content-length') === '0' ||
  (status < 300 && header('content-type') === null && header('content-length') === null)

/** Whether Bitbucket requires a CAPTCHA before it checks a password again, by its headers. */
const requiresCaptcha = ({ header }: AnswerHead): boolean =>
  /CAPTCHA/i.test(header('x-authentication-denied-reason') ?? '') ||
  /AUTHENTICATION_DENIED/i.test(header('x-seraph-loginreason') ?? '')

/**
 * Why an answer must not be passed on, or `null` when it is one of Bitbucket's REST answers. A redirect leads to a
 * login page or another server, and HTML was written for people: neither is followed or shown.
 */
export const answerProblem = (head: AnswerHead): GatewayError | null => {
  const { status, header } = head
  if (status >= 300 && status < 400 && status !== 304) return new GatewayError('upstream-redirect')
  if (requiresCaptcha(head)) return new GatewayError('captcha-required')
  if (isEmptyAnswer(head)) return null
  const encoding = header('content-encoding') ?? 'identity'
  if (encoding === 'identity' && isJsonMedia(header('content-type') ?? '')) return null
  // A load balancer says "slow down" and "not now" in HTML too, and how long to wait is worth keeping.
  const retryAfter = header('retry-after')
  const headers: Record<string, string> = retryAfter === null ? {} : { 'retry-after': retryAfter }
  if (status === 429 || status === 503) return new GatewayError('upstream-busy', { status, headers })
  return new GatewayError('upstream-not-json')
}
