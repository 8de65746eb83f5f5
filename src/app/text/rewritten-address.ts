/** What a parser may change without changing what is read: case, the default port, one slash at the end. */
const plainForm = (address: string): string =>
  address
    .toLowerCase()
    .replace(/^(https:\/\/[^/?#\\]*):443(?=\/|$)|^(http:\/\/[^/?#\\]*):80(?=\/|$)/, '$1$2')
    .replace(/\/$/, '')

/**
 * The address that a browser would really use for an http(s) address, where that is another text than the one written:
 * `https://evil.example\@bitbucket.example.com/` is `https://evil.example/@bitbucket.example.com/`. `null` where both
 * are the same but for case, default port and last slash, and for what is no web address.
 * Source: the URL standard, which takes a backslash for a slash and drops line breaks.
 */
export const rewrittenAddressOf = (address: string): string | null => {
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return plainForm(url.href) === plainForm(address) ? null : url.href
}
