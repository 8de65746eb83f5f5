import ipaddr from 'ipaddr.js'

const v4 = (bytes: readonly number[]): ipaddr.IPv4 => new ipaddr.IPv4([...bytes])

/**
 * IPv6 ranges that carry an IPv4 address, and its offset in their 16 bytes: reaching them may mean reaching that
 * IPv4 address. Sources: RFC 4291 (compatible and mapped), 6145, 6052, 8215, 3056.
 */
const EMBEDDING = [
  { cidr: ipaddr.IPv6.parseCIDR('::ffff:0:0/96'), at: 12 },
  { cidr: ipaddr.IPv6.parseCIDR('::ffff:0:0:0/96'), at: 12 },
  { cidr: ipaddr.IPv6.parseCIDR('64:ff9b::/96'), at: 12 },
  { cidr: ipaddr.IPv6.parseCIDR('64:ff9b:1::/48'), at: 12 },
  { cidr: ipaddr.IPv6.parseCIDR('2002::/16'), at: 2 },
  { cidr: ipaddr.IPv6.parseCIDR('::/96'), at: 12 },
]

/** Teredo (RFC 4380) carries the client's address in its last four bytes, inverted. */
const TEREDO = ipaddr.IPv6.parseCIDR('2001::/32')

const embedded = (address: ipaddr.IPv6): ipaddr.IPv4 | null => {
  const bytes = address.toByteArray()
  if (address.match(TEREDO)) return v4(bytes.slice(12).map((byte) => byte ^ 0xff))
  const range = EMBEDDING.find(({ cidr }) => address.match(cidr))
  if (range === undefined) return null
  const inner = v4(bytes.slice(range.at, range.at + 4))
  // `::` and `::1` lie in the range of compatible addresses, but are the unspecified and the loopback address.
  return /^::1?$/.test(address.toString()) ? null : inner
}

/**
 * An address without disguise: an IPv6 address that embeds an IPv4 address becomes that one. Zone ids and brackets
 * are dropped. `null` for what is no address in its plain notation.
 */
export const plainAddress = (text: string): ipaddr.IPv4 | ipaddr.IPv6 | null => {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare)
  if (!ipaddr.IPv6.isValid(bare)) return null
  const address = ipaddr.IPv6.parse(bare)
  return embedded(address) ?? address
}
