/** Largest cookie in bytes that browsers must keep (RFC 6265, 6.1), with room for name and attributes. */
export const MAX_COOKIE_VALUE = 3900

/** More cookies of one name than this are somebody's experiment, not a browser's jar. */
const MAX_CANDIDATES = 4

/** How the browser reaches the console: it decides the cookie's name and attributes. */
export type CookiePlace = {
  /** Whether it is reached over https. */
  readonly isSecure: boolean
  /** Path below which the console lives; empty for the root. */
  readonly basePath: string
}

/**
 * Name of the session cookie. Cookies ignore ports, so every app on localhost shares one jar: the name carries the
 * app. Behind https the prefix makes browsers refuse it from anywhere but this very host; below a path, where that
 * prefix may not be used, at least from anything without TLS (RFC 6265bis, 4.1.3).
 */
export const sessionCookieName = ({ isSecure, basePath }: CookiePlace): string =>
  isSecure ? `${basePath === '' ? '__Host-' : '__Secure-'}mirror-console` : 'mirror-console'

/** The values of one cookie in a `Cookie` header. There may be several: another app may have set the same name. */
export const readCookies = (header: string | null | undefined, name: string): readonly string[] =>
  (header ?? '')
    .split(';')
    .flatMap((pair) => {
      const at = pair.indexOf('=')
      return at !== -1 && pair.slice(0, at).trim() === name ? [pair.slice(at + 1).trim()] : []
    })
    .slice(0, MAX_CANDIDATES)

/** `Set-Cookie` of the session; an empty value removes it. It ends with the browser: its real age is sealed inside. */
export const writeSessionCookie = (value: string, place: CookiePlace): string =>
  [
    `${sessionCookieName(place)}=${value}`,
    // Without a slash at its end it holds for the path itself too, and for nothing that only begins alike (5.1.4).
    `Path=${place.basePath === '' ? '/' : place.basePath}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(place.isSecure ? ['Secure'] : []),
    ...(value === '' ? ['Max-Age=0'] : []),
  ].join('; ')
