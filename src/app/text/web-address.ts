/** Controls and spaces: browsers drop or trim some of them, so `java\tscript:` would come out as a scheme. */
const CONTROL_OR_SPACE = /[\p{Cc}\s]/u

/**
 * An address as a URL that may become a link: http or https, without user-info, without characters that a parser
 * would silently remove. Anything else is `null` and stays text.
 */
export const webAddressOf = (address: string): URL | null => {
  if (address.length > 2048 || CONTROL_OR_SPACE.test(address)) return null
  const url = URL.parse(address)
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null
  return url.username === '' && url.password === '' ? url : null
}
