import { GatewayError } from '#gateway/http/gateway-error.ts'
import { createFailureCounter } from './failure-counter.ts'

/**
 * Wrong passwords for one account within a day. Bitbucket asks for a CAPTCHA after five in a row by default, which stops
 * git over HTTP too: the console stays below that, for all its users together.
 */
const ACCOUNT = { limit: 4, windowMs: 86_400_000 }

/** Wrong sign-ins of one client address within ten minutes: an office behind one address mistypes less. */
const ADDRESS = { limit: 20, windowMs: 600_000 }

/** The result of an attempt: `unknown` where Bitbucket may have counted it as a failure. */
export type SignInResult = 'right' | 'wrong' | 'not-checked' | 'unknown'

/** Limits wrong sign-ins. */
export type SignInAttempts = {
  /**
   * Begins one attempt and returns how to report its result. `account` is `null` for a token, `address` where it is not
   * known.
   *
   * @throws GatewayError `too-many-sign-ins` with `Retry-After` while too many failed.
   */
  begin(account: string | null, address: string | null): (result: SignInResult) => void
}

const refused = (waitMs: number, message: string): GatewayError =>
  new GatewayError('too-many-sign-ins', {
    message,
    headers: { 'retry-after': String(Math.ceil(waitMs / 1000)) },
  })

/** Counts per account and per client address, for this process alone. `now` is epoch ms. */
export const createSignInAttempts = (now: () => number): SignInAttempts => {
  const accounts = createFailureCounter({ ...ACCOUNT, now })
  const addresses = createFailureCounter({ ...ADDRESS, now })
  return {
    begin: (account, address) => {
      // Bitbucket ignores the case of a user name.
      const name = account?.normalize('NFKC').toLowerCase() ?? null
      const addressWait = address === null ? 0 : addresses.take(address)
      if (addressWait > 0) {
        throw refused(addressWait, 'Too many wrong sign-ins came from your network address. Try again later.')
      }
      const accountWait = name === null ? 0 : accounts.take(name)
      if (accountWait > 0) {
        if (address !== null) addresses.giveBack(address)
        throw refused(
          accountWait,
          'Too many wrong passwords for this account. Sign in with an HTTP access token, or try again later.',
        )
      }
      return (result) => {
        if (result === 'wrong' || result === 'unknown') return
        if (address !== null) addresses.giveBack(address)
        if (name === null) return
        if (result === 'right') accounts.clear(name)
        else accounts.giveBack(name)
      }
    },
  }
}
