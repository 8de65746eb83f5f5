/** Where Bitbucket is: scheme, host, port and the context path it may live under. */
export type UpstreamAddress = {
  /** `https://bitbucket.example.com`, in the spelling browsers use for origins. */
  readonly origin: string
  /** Empty, or `/bitbucket`: never with a slash at its end. */
  readonly contextPath: string
  /** Origin and context path: the one spelling under which sessions are sealed. */
  readonly href: string
}

/** A context path is plain segments: an escape or a dot segment could change every forwarded path. */
const PLAIN_PATH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$/

/**
 * What people copy along from the address bar: the pages after signing in, and the REST root. The
 * resources behind `/rest` are cut as well, so that an address of an API call works too.
 */
const COPIED_ALONG = /\/(?:rest(?:\/.*)?|dashboard|login|projects)$/

/**
 * Reads an address of Bitbucket in any of its usual spellings and returns the one canonical form.
 *
 * @throws Error whose message completes the sentence "BITBUCKET_URL …".
 */
export const readUpstreamAddress = (text: string): UpstreamAddress => {
  if (!/^https?:\/\//i.test(text)) throw new Error('must start with https:// or http://')
  if (/[\s\\%]|\/\.{1,2}(?:\/|$)/.test(text)) {
    throw new Error('must not have spaces, escapes, backslashes or dot segments')
  }
  if (!URL.canParse(text)) throw new Error('must be an address such as https://bitbucket.example.com')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || text.includes('@')) {
    throw new Error('must not have a user name or password in it')
  }
  if (text.includes('?') || text.includes('#')) throw new Error('must not have a query or a fragment')
  const contextPath = url.pathname.replace(/\/+$/, '').replace(COPIED_ALONG, '').replace(/\/+$/, '')
  if (!PLAIN_PATH.test(contextPath)) throw new Error('must have a context path of plain letters and digits')
  return { origin: url.origin, contextPath, href: url.origin + contextPath }
}
