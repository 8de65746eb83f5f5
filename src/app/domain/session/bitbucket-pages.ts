import type { Session } from '#contract/session.ts'
import { basePath } from '#app/browser/base-path.ts'
import { safeReturnTo } from '#app/paths.ts'

/** Where the pages of Bitbucket begin: on the console's own origin, so that no answer can lead to another one. */
const contextPathOf = ({ upstream }: Pick<Session, 'upstream'>): string =>
  URL.canParse(upstream) ? new URL(upstream).pathname.replace(/\/+$/, '') : ''

/**
 * Bitbucket's login page, which leads back to a page of the console. Its `next` is a path below its context path, where
 * the console is too: atlassian/dc-app-performance-toolkit signs in at `/login?next=/getting-started`.
 *
 * @param returnTo path and query of the page, below the console's own path.
 */
export const loginAddress = (session: Pick<Session, 'upstream'>, returnTo: string | null): string => {
  const contextPath = contextPathOf(session)
  const next = basePath().slice(contextPath.length) + safeReturnTo(returnTo)
  return `${contextPath}/login?next=${encodeURIComponent(next)}`
}

/** Bitbucket's own way out, the address behind "Log out" in its menu. */
export const logoutAddress = (session: Pick<Session, 'upstream'>): string =>
  `${contextPathOf(session)}/j_atl_security_logout`
