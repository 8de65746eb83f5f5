import { GatewayError } from '#gateway/http/gateway-error.ts'

/**
 * The two cookies by which Bitbucket knows a browser, and the only ones of its host that pass here: Tomcat's session
 * ("How to force all users of Atlassian on-prem products to re-authenticate their sessions on the browser",
 * confluence.atlassian.com/kb) and `auth.remember-me.cookie.name` ("Configuration properties",
 * confluence.atlassian.com/bitbucketserver).
 */
const SESSION_COOKIE = 'BITBUCKETSESSIONID'
const REMEMBER_COOKIE = '_atl_bitbucket_remember_me'

/** Longest value of one cookie in bytes: what browsers must keep, name and attributes included (RFC 6265, 6.1). */
const MAX_VALUE = 4096

/** A value of a cookie, in quotes or without (RFC 6265, 4.1.1). */
const VALUE =
  /^(?:"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*"|[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*)$/

/** The values of the two cookies: secrets. `null` for one that the browser does not have. */
export type BitbucketCookies = { readonly session: string | null; readonly remember: string | null }

/** No cookies of Bitbucket. */
const NONE: BitbucketCookies = { session: null, remember: null }

const isValue = (value: string): boolean => value.length <= MAX_VALUE && VALUE.test(value)

/**
 * The value of one cookie; anything that is no value of a cookie counts as none.
 *
 * @throws GatewayError for two values of one name: Bitbucket could read another one than was checked here.
 */
const valueOf = (pairs: readonly string[], name: string): string | null => {
  const values = new Set(
    pairs
      .filter((pair) => pair.slice(0, pair.indexOf('=')).trim() === name)
      .map((pair) => pair.slice(pair.indexOf('=') + 1).trim()),
  )
  const [value = '', ...others] = values
  if (others.length > 0) {
    throw new GatewayError('bad-request', {
      message: `The browser sent two different cookies named ${name}. Delete the cookies of this host in the browser, then sign in again.`,
    })
  }
  return value !== '' && isValue(value) ? value : null
}

/**
 * Reads the two cookies of a `Cookie` header, and nothing else of it.
 *
 * @throws GatewayError `bad-request` where one of them is there with two values.
 */
export const readBitbucketCookies = (header: string | null | undefined): BitbucketCookies => {
  if (!header) return NONE
  const pairs = header.split(';').filter((pair) => pair.includes('='))
  return { session: valueOf(pairs, SESSION_COOKIE), remember: valueOf(pairs, REMEMBER_COOKIE) }
}

/** The `Cookie` header for Bitbucket: these and no others. */
export const bitbucketCookieHeader = ({ session, remember }: BitbucketCookies): string =>
  [
    ...(session === null ? [] : [`${SESSION_COOKIE}=${session}`]),
    ...(remember === null ? [] : [`${REMEMBER_COOKIE}=${remember}`]),
  ].join('; ')

/** How browsers reach Bitbucket. */
export type BitbucketPlace = {
  readonly hostname: string
  /** Empty, or such as `/bitbucket`. */
  readonly contextPath: string
  /** Whether it is reached over https. */
  readonly isSecure: boolean
}

/** A `Set-Cookie` line of Bitbucket that reaches the browser: written anew, of attributes that are known. */
export type KeptCookie = { readonly name: string; readonly value: string; readonly line: string }

const attributesOf = (parts: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    parts.map((part) => {
      const [name = '', ...rest] = part.split('=')
      return [name.trim().toLowerCase(), rest.join('=').trim()]
    }),
  )

/** The path of the cookie as Bitbucket set it, which is part of its identity; `null` for a path that is not Bitbucket's. */
const pathOf = (path: string | undefined, contextPath: string): string | null =>
  [contextPath === '' ? '/' : contextPath, `${contextPath}/`, '/'].find((own) => own === path) ?? null

const keptCookie = (line: string, { hostname, contextPath, isSecure }: BitbucketPlace): KeptCookie | null => {
  const [pair = '', ...parts] = line.split(';')
  const at = pair.indexOf('=')
  const name = pair.slice(0, Math.max(at, 0)).trim()
  const value = pair.slice(at + 1).trim()
  if ((name !== SESSION_COOKIE && name !== REMEMBER_COOKIE) || !isValue(value)) return null
  const given = attributesOf(parts)
  const path = pathOf(given.get('path'), contextPath)
  const domain = given.get('domain')?.replace(/^\./, '').toLowerCase() ?? ''
  if (path === null || (domain !== '' && domain !== hostname)) return null
  const maxAge = given.get('max-age') ?? ''
  const expires = Date.parse(given.get('expires') ?? '')
  const sameSite = /^(?:lax|strict|none)$/i.exec(given.get('samesite') ?? '')?.[0]
  const written = [
    `${name}=${value}`,
    `Path=${path}`,
    ...(domain === '' ? [] : [`Domain=${domain}`]),
    ...(/^-?\d{1,10}$/.test(maxAge) ? [`Max-Age=${maxAge}`] : []),
    ...(Number.isNaN(expires) ? [] : [`Expires=${new Date(expires).toUTCString()}`]),
    'HttpOnly',
    ...(isSecure || given.has('secure') ? ['Secure'] : []),
    ...(sameSite === undefined ? [] : [`SameSite=${sameSite}`]),
  ]
  return { name, value, line: written.join('; ') }
}

/** Of the `Set-Cookie` lines of an answer, those of the two cookies: by exact name, with Bitbucket's own path. */
export const keptCookies = (lines: readonly string[], place: BitbucketPlace): readonly KeptCookie[] =>
  lines.flatMap((line) => keptCookie(line, place) ?? [])

/** The cookies that a browser has after it was given others. */
export const withKeptCookies = (before: BitbucketCookies, kept: readonly KeptCookie[]): BitbucketCookies => {
  const valueAfter = (name: string, value: string | null) => {
    const given = kept.findLast((cookie) => cookie.name === name)?.value
    return given === undefined ? value : given === '' ? null : given
  }
  return {
    session: valueAfter(SESSION_COOKIE, before.session),
    remember: valueAfter(REMEMBER_COOKIE, before.remember),
  }
}
