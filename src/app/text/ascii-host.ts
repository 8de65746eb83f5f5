import { rewrittenAddressOf } from './rewritten-address.ts'

/** The host as it stands in the text: after the slashes, without user-info and port. */
const WRITTEN = /^[a-z][a-z0-9+.-]*:[/\\]*(?:[^/?#\\]*@)?(\[[^\]]*\]|[^/?#\\:]*)/i

/**
 * The host that a browser would really go to, in ASCII, where it differs from what the eye reads: look-alike letters
 * (`аpple.com` is `xn--pple-43d.com`), numbers that are addresses, user-info that poses as a host, a backslash that ends it. `null` where
 * there is nothing to add.
 */
export const asciiHostOf = (address: string): string | null => {
  const url = URL.parse(address)
  if (url === null || url.hostname === '') return null
  const hasUserInfo = url.username !== '' || url.password !== ''
  const written = WRITTEN.exec(address)?.[1]?.toLowerCase()
  const isPlain = !hasUserInfo && written === url.hostname && rewrittenAddressOf(address) === null
  return isPlain ? null : url.hostname
}
