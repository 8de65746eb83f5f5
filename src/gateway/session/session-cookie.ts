import { createHash } from 'node:crypto'

/** Largest cookie in bytes that browsers must keep (RFC 6265, 6.1), with room for name and attributes. */
export const MAX_COOKIE_VALUE = 3900

/**
 * The form of a sealed session (compact JWE with a direct key, RFC 7516, 7.1). Other values of the same name are
 * not tried, so the 16 kB of headers that are read bound the number of candidates.
 */
const SEALED = /^eyJ[\w-]{20,}\.\.[\w-]{16}\.[\w-]{100,}\.[\w-]{22}$/

/** How the browser reaches the console: it decides the cookie's name and attributes. */
export type CookiePlace = {
  /** Whether it is reached over https. */
  readonly isSecure: boolean
  /** Path below which the console is served; empty for the root. */
  readonly basePath: string
  /** Which console it is, so that two of one host do not share a name: its own address and that of its upstream. */
  readonly console: string
}

/** Enough of a digest to distinguish the consoles of one host. */
const TAG_LENGTH = 8

/**
 * Name of the session cookie. Cookies ignore ports, so every app on a host shares one jar: the name carries the app
 * and a digest of which console it is. Behind https the prefix makes browsers refuse it from anywhere but this very host; below a path, where that
 * prefix may not be used, at least from anything without TLS (RFC 6265bis, 4.1.3).
 */
export const sessionCookieName = ({ isSecure, basePath, console }: CookiePlace): string => {
  const tag = createHash('sha256').update(console).digest('hex').slice(0, TAG_LENGTH)
  const prefix = basePath === '' ? '__Host-' : '__Secure-'
  return `${isSecure ? prefix : ''}mirror-console-${tag}`
}

/** The values of one cookie that may be sealed sessions. There may be several: another app may set the same name. */
export const readCookies = (header: string | null | undefined, name: string): readonly string[] =>
  (header ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=')
    if (at === -1 || pair.slice(0, at).trim() !== name) return []
    const value = pair.slice(at + 1).trim()
    return value.length <= MAX_COOKIE_VALUE && SEALED.test(value) ? [value] : []
  })

/** `Set-Cookie` of the session under its name; an empty value removes it. It ends with the browser: its real age is sealed inside. */
export const writeSessionCookie = (name: string, value: string, place: CookiePlace): string =>
  [
    `${name}=${value}`,
    // Without a slash at its end it holds for the path itself too, and for no path that only begins the same (5.1.4).
    `Path=${place.basePath === '' ? '/' : place.basePath}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(place.isSecure ? ['Secure'] : []),
    ...(value === '' ? ['Max-Age=0'] : []),
  ].join('; ')
