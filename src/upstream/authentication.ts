import { ACCOUNTS, type Account, type Caller } from './accounts.ts'
import { RestFailure } from './rest-failure.ts'
import { CAPTCHA_ACCOUNT } from './sentinels.ts'

const challenge = { 'www-authenticate': 'Basic realm="Atlassian Bitbucket"' }

const wrongCredentials = () =>
  new RestFailure(
    401,
    'Authentication failed. Please check your credentials and try again.',
    'auth.IncorrectPasswordAuthenticationException',
    challenge,
  )

// Status and exception as real installations report them, see jenkinsci/stashnotifier-plugin issue 263.
const captchaRequired = (loginUrl: string) =>
  new RestFailure(
    401,
    'CAPTCHA required. Your Bitbucket account has been locked. Sign in with a browser to unlock it.',
    'auth.CaptchaRequiredAuthenticationException',
    { ...challenge, 'x-authentication-denied-reason': `CAPTCHA_CHALLENGE; login-url=${loginUrl}` },
  )

const decodeBasic = (encoded: string): { readonly name: string; readonly password: string } | null => {
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const colon = text.indexOf(':')
    return colon < 0 ? null : { name: text.slice(0, colon), password: text.slice(colon + 1) }
  } catch {
    return null
  }
}

/** The account with this name and password, if any. Names are compared without case. */
export const accountByPassword = (name: string, password: string): Account | undefined =>
  ACCOUNTS.find((account) => account.name === name.toLowerCase() && account.password === password)

/** The account with this access token, if any. */
export const accountByToken = (token: string): Account | undefined =>
  ACCOUNTS.find((account) => account.token === token)

/** The account with this SSH key, if any. The comment after the key does not count. */
export const accountByPublicKey = (publicKey: string): Account | undefined => {
  const withoutComment = publicKey.trim().split(/\s+/).slice(0, 2).join(' ')
  return ACCOUNTS.find((account) => account.publicKey === withoutComment)
}

/**
 * Who sent a request, by its `Authorization` header; `null` when it has none.
 *
 * @throws RestFailure 401 when the credentials are wrong or a CAPTCHA is demanded.
 */
export const authenticate = (authorization: string | null, loginUrl: string): Caller => {
  if (authorization === null) return null
  const [scheme = '', value = ''] = authorization.trim().split(/\s+/, 2)
  if (scheme.toLowerCase() === 'bearer') {
    const account = accountByToken(value)
    if (account) return account
    throw wrongCredentials()
  }
  const credentials = scheme.toLowerCase() === 'basic' ? decodeBasic(value) : null
  if (credentials?.name === CAPTCHA_ACCOUNT) throw captchaRequired(loginUrl)
  const account = credentials && accountByPassword(credentials.name, credentials.password)
  if (account) return account
  throw wrongCredentials()
}
