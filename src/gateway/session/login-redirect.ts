import type { AnswerHead } from '#gateway/upstream/answer-problem.ts'
import type { UpstreamAddress } from '#gateway/upstream/upstream-address.ts'

/**
 * Whether an answer leads to Bitbucket's own login page, as it does for people who are signed out. It is not followed:
 * that would send cookies along.
 */
export const isLoginRedirect = (
  { status, header }: AnswerHead,
  { origin, contextPath, href }: UpstreamAddress,
): boolean => {
  const location = header('location')
  if (status < 300 || status > 399 || location === null || !URL.canParse(location, `${href}/`)) return false
  const target = new URL(location, `${href}/`)
  return target.origin === origin && target.pathname === `${contextPath}/login`
}
