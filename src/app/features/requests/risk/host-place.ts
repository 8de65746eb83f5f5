import ipaddr from 'ipaddr.js'

/** Where a host is, as far as its spelling shows: no name is resolved. */
export type HostPlace =
  /** The machine that asks: Bitbucket itself. */
  | 'loopback'
  /** The same wire, where cloud machines keep their secrets too (169.254.169.254). */
  | 'link-local'
  | 'private'
  /** A name that means something only inside one network. */
  | 'local-name'
  /** An address that no mirror can have: multicast, documentation, unspecified. */
  | 'reserved'
  | 'elsewhere'

const places: Readonly<Record<string, HostPlace>> = {
  loopback: 'loopback',
  linkLocal: 'link-local',
  private: 'private',
  uniqueLocal: 'private',
  carrierGradeNat: 'private',
  unicast: 'elsewhere',
}

/** Special-use names: RFC 6761 and 6762, RFC 8375, and `.internal`, which ICANN keeps for private use. */
const LOCAL_NAME = /(?:^|\.)(?:local|internal|lan|home\.arpa|intranet|corp)$/

/**
 * Where `host` is by its spelling alone.
 *
 * @param host as the URL parser gives it: lower case, IPv6 in brackets.
 */
export const hostPlaceOf = (host: string): HostPlace => {
  const bare = host.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (ipaddr.isValid(bare)) {
    // An IPv4 address inside an IPv6 one is that IPv4 address (RFC 4291, RFC 6052).
    const address = ipaddr.process(bare)
    const range = address.range()
    if (range === 'rfc6052' && address instanceof ipaddr.IPv6) {
      return hostPlaceOf(address.toByteArray().slice(12).join('.'))
    }
    return places[range] ?? 'reserved'
  }
  if (bare === 'localhost' || bare.endsWith('.localhost')) return 'loopback'
  return LOCAL_NAME.test(bare) || !bare.includes('.') ? 'local-name' : 'elsewhere'
}
