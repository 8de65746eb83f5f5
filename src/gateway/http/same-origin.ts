import { CSRF_FORM, CSRF_HEADER } from '#contract/session.ts'
import type { SignInWay } from '#contract/sign-in-way.ts'
import { GatewayError } from './gateway-error.ts'

/**
 * Refuses a write that another site could have caused. Two proofs are asked for: the browser's word that the request
 * is same-origin (`Sec-Fetch-Site`, or `Origin` where a plain-http intranet sends no fetch metadata) and a header
 * that no form, image or simple request can carry.
 *
 * A cookie of the console's own is never sent from another site (`SameSite=Strict`). Bitbucket's may be, so where those
 * are used, another site cannot cause a read either.
 *
 * @throws GatewayError of kind `cross-site`.
 */
export const requireSameOrigin = (
  method: string,
  header: (name: string) => string | null,
  ownOrigin: string,
  way: SignInWay = 'own',
): void => {
  const site = header('sec-fetch-site')
  if (method === 'GET' || method === 'HEAD') {
    const isForeign = site === 'cross-site' || site === 'same-site'
    if (way === 'bitbucket-session' && isForeign) throw new GatewayError('cross-site')
    return
  }
  const isSameOrigin = site === null ? header('origin') === ownOrigin : site === 'same-origin'
  if (!isSameOrigin || !CSRF_FORM.test(header(CSRF_HEADER) ?? '')) throw new GatewayError('cross-site')
}
