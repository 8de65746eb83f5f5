import { CSRF_FORM, CSRF_HEADER } from '#contract/session.ts'
import { GatewayError } from './gateway-error.ts'

/**
 * Refuses a write that another site could have caused. Two proofs are asked for: the browser's word that the request
 * is same-origin (`Sec-Fetch-Site`, or `Origin` where a plain-http intranet sends no fetch metadata) and a header
 * that no form, image or simple request can carry.
 *
 * @throws GatewayError of kind `cross-site`.
 */
export const requireSameOrigin = (
  method: string,
  header: (name: string) => string | null,
  ownOrigin: string,
): void => {
  if (method === 'GET' || method === 'HEAD') return
  const site = header('sec-fetch-site')
  const isSameOrigin = site === null ? header('origin') === ownOrigin : site === 'same-origin'
  if (!isSameOrigin || !CSRF_FORM.test(header(CSRF_HEADER) ?? '')) throw new GatewayError('cross-site')
}
