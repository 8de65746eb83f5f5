import ipaddr from 'ipaddr.js'
import { plainAddress } from './plain-address.ts'

/** Why an address is never asked, unless the operator names it. */
export type ForbiddenReason =
  | 'not-an-address'
  | 'loopback'
  | 'link-local'
  | 'metadata'
  | 'unspecified'
  | 'multicast'
  | 'reserved'

/**
 * Addresses behind which this machine, its link or its cloud's credentials live. Private networks are missing on
 * purpose: real mirrors live there. First match wins.
 */
const FORBIDDEN: readonly (readonly [ForbiddenReason, string])[] = [
  ['unspecified', '0.0.0.0/8'],
  ['loopback', '127.0.0.0/8'],
  // AWS, Google, Azure and others; the other addresses of its network are link-local (RFC 3927).
  ['metadata', '169.254.169.254/32'],
  ['link-local', '169.254.0.0/16'],
  // Alibaba Cloud, Oracle Cloud (classic) and Azure's host agent answer outside the link-local network.
  ['metadata', '100.100.100.200/32'],
  ['metadata', '192.0.0.192/32'],
  ['metadata', '168.63.129.16/32'],
  ['multicast', '224.0.0.0/4'],
  ['reserved', '240.0.0.0/4'],
  ['unspecified', '::/128'],
  ['loopback', '::1/128'],
  // AWS over IPv6.
  ['metadata', 'fd00:ec2::254/128'],
  ['link-local', 'fe80::/10'],
  // Site-local (RFC 3879): deprecated, and still routed like the link by some stacks.
  ['link-local', 'fec0::/10'],
  ['multicast', 'ff00::/8'],
]

const ranges = FORBIDDEN.map(([reason, cidr]) => {
  const [network, bits] = ipaddr.parseCIDR(cidr)
  return { reason, network, bits }
})

/** Why the gateway does not ask this address, or `null` when it may. */
export const forbiddenReason = (address: string): ForbiddenReason | null => {
  const plain = plainAddress(address)
  if (plain === null) return 'not-an-address'
  const hit = ranges.find(
    ({ network, bits }) => network.kind() === plain.kind() && plain.match(network, bits),
  )
  return hit?.reason ?? null
}
