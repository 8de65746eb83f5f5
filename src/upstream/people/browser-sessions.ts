import { ACCOUNTS, type Account, type Caller } from '#upstream/accounts.ts'

/**
 * Name of the cookie of a session: Bitbucket's own name for Tomcat's ("How to force all users of Atlassian on-prem
 * products to re-authenticate", confluence.atlassian.com/kb).
 */
const SESSION_COOKIE = 'BITBUCKETSESSIONID'

/** Name of the cookie that signs in again by itself: `auth.remember-me.cookie.name` ("Configuration properties"). */
const REMEMBER_COOKIE = '_atl_bitbucket_remember_me'

/** How long a session lasts without use, in ms: `server.session.timeout`, 1800 s. */
const SESSION_MS = 1_800_000

/** How long a used token of the second cookie is still taken, in ms: `auth.remember-me.token.grace.period`, 60 s. */
const GRACE_MS = 60_000

/** How long the second cookie lasts, in seconds: `auth.remember-me.token.expiry`, 30 days. */
const REMEMBER_SECONDS = 2_592_000

/** Who a browser is by its cookies, and the `Set-Cookie` lines that its answer has. */
export type Recognised = { readonly caller: Caller; readonly setCookies: readonly string[] }

/** The sessions of browsers. They end with the world that they belong to. */
export type BrowserSessions = {
  /** Starts a session; returns its `Set-Cookie` lines. */
  start(account: Account, isRemembered: boolean): readonly string[]
  recognise(cookieHeader: string | null): Recognised
  /** Ends the session of these cookies; returns the lines that remove them. */
  end(cookieHeader: string | null): readonly string[]
}

const randomText = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()

const valueOf = (cookieHeader: string | null, name: string): string =>
  (cookieHeader ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? ''

const accountOf = (name: string): Caller => ACCOUNTS.find((account) => account.name === name) ?? null

/** Sessions by two cookies, both with the context path as their path. `now` is epoch ms. */
export const createBrowserSessions = (contextPath: string, now: () => number): BrowserSessions => {
  const path = contextPath === '' ? '/' : contextPath
  const sessions = new Map<string, { readonly name: string; usedAt: number }>()
  const tokens = new Map<string, { readonly name: string; usedAt: number | null }>()
  const line = (name: string, value: string, ...more: readonly string[]) =>
    [`${name}=${value}`, `Path=${path}`, 'HttpOnly', ...more].join('; ')

  const startSession = (name: string): string => {
    const id = randomText()
    sessions.set(id, { name, usedAt: now() })
    return line(SESSION_COOKIE, id)
  }
  const remember = (name: string): string => {
    const token = btoa(`${randomText()}:${randomText()}`).replaceAll('=', '')
    tokens.set(token, { name, usedAt: null })
    return line(REMEMBER_COOKIE, token, `Max-Age=${REMEMBER_SECONDS}`)
  }
  const removal = (name: string) => line(name, '', 'Max-Age=0')

  const byToken = (token: string): Recognised => {
    const known = tokens.get(token)
    if (known === undefined) return { caller: null, setCookies: [removal(REMEMBER_COOKIE)] }
    const isFirstUse = known.usedAt === null
    if (known.usedAt !== null && now() - known.usedAt > GRACE_MS) {
      // A token that comes again so late was copied.
      tokens.delete(token)
      return { caller: null, setCookies: [removal(REMEMBER_COOKIE)] }
    }
    known.usedAt ??= now()
    const cookies = [startSession(known.name), ...(isFirstUse ? [remember(known.name)] : [])]
    return { caller: accountOf(known.name), setCookies: cookies }
  }

  return {
    start: ({ name }, isRemembered) => [startSession(name), ...(isRemembered ? [remember(name)] : [])],
    recognise: (cookieHeader) => {
      const session = sessions.get(valueOf(cookieHeader, SESSION_COOKIE))
      if (session !== undefined && now() - session.usedAt < SESSION_MS) {
        session.usedAt = now()
        return { caller: accountOf(session.name), setCookies: [] }
      }
      const token = valueOf(cookieHeader, REMEMBER_COOKIE)
      return token === '' ? { caller: null, setCookies: [] } : byToken(token)
    },
    end: (cookieHeader) => {
      sessions.delete(valueOf(cookieHeader, SESSION_COOKIE))
      tokens.delete(valueOf(cookieHeader, REMEMBER_COOKIE))
      return [removal(SESSION_COOKIE), removal(REMEMBER_COOKIE)]
    },
  }
}
