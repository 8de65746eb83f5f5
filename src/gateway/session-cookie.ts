/** Largest cookie in bytes that browsers must keep (RFC 6265, 6.1), with room for name and attributes. */
export const MAX_COOKIE_VALUE = 3900

/** More cookies of one name than this are somebody's experiment, not a browser's jar. */
const MAX_CANDIDATES = 4

/**
 * Name of the session cookie. Cookies ignore ports, so every app on localhost shares one jar: the name carries the
 * app. Behind https the prefix makes browsers refuse it from anywhere but this very host (RFC 6265bis).
 */
export const sessionCookieName = (isSecure: boolean): string =>
  isSecure ? '__Host-mirror-console' : 'mirror-console'

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
export const writeSessionCookie = (value: string, isSecure: boolean): string =>
  [
    `${sessionCookieName(isSecure)}=${value}`,
    'Path=/',
    'HttpOnly',
    'SameSite=Strict',
    ...(isSecure ? ['Secure'] : []),
    ...(value === '' ? ['Max-Age=0'] : []),
  ].join('; ')
