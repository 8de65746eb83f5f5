import type { SignInWay } from '#contract/sign-in-way.ts'
import type { UpstreamAddress } from '#gateway/upstream/upstream-address.ts'
import { ConfigError } from './config-error.ts'

/** The setting that asks for it, as each sentence names it. */
const WITH = `with SIGN_IN=${'bitbucket-session' satisfies SignInWay}`

/**
 * Checks that browsers send Bitbucket's cookies to the console: they do to the same origin (RFC 6454), and there to
 * paths below that of the cookie (RFC 6265, 5.1.4), which is Bitbucket's context path. At that very path is Bitbucket.
 *
 * @throws ConfigError with one plain sentence.
 */
export const requireBitbucketHost = (
  console: { readonly origin: string; readonly basePath: string } | undefined,
  { origin, contextPath }: UpstreamAddress,
): void => {
  if (console === undefined) {
    throw new ConfigError(
      `PUBLIC_URL must be given ${WITH}: the address of Bitbucket and a path below it, such as /mirrors/.`,
    )
  }
  if (console.origin !== origin) {
    throw new ConfigError(
      `PUBLIC_URL must have the scheme, host and port of BITBUCKET_URL ${WITH}: browsers have that session only there.`,
    )
  }
  if (!console.basePath.startsWith(`${contextPath}/`)) {
    throw new ConfigError(
      `PUBLIC_URL must have a path below that of BITBUCKET_URL ${WITH}, such as /mirrors/: browsers send Bitbucket's cookies only there.`,
    )
  }
}
