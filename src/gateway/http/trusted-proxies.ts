import ipaddr from 'ipaddr.js'
import { plainAddress } from '#gateway/mirrors/plain-address.ts'

/** The networks of the proxies whose `X-Forwarded-For` is used. */
export type TrustedProxies = readonly (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[]

/**
 * Reads a comma-separated list of addresses and CIDRs.
 *
 * @throws Error whose message completes the sentence "TRUSTED_PROXIES …".
 */
export const readTrustedProxies = (text: string): TrustedProxies =>
  text.split(',').flatMap((part): [ipaddr.IPv4 | ipaddr.IPv6, number][] => {
    const entry = part.trim()
    if (entry === '') return []
    if (ipaddr.IPv4.isValidFourPartDecimal(entry)) return [[ipaddr.IPv4.parse(entry), 32]]
    if (ipaddr.IPv6.isValid(entry)) return [[ipaddr.IPv6.parse(entry), 128]]
    if (ipaddr.isValidCIDR(entry) && /^(?:\d+\.){3}|:/.test(entry)) return [ipaddr.parseCIDR(entry)]
    throw new Error('must be a list of addresses and CIDRs such as 127.0.0.1 or 10.0.0.0/8')
  })

/** Whether an address is one of the proxies. */
export const isTrustedProxy = (proxies: TrustedProxies, address: string): boolean => {
  const plain = plainAddress(address)
  return (
    plain !== null &&
    proxies.some(([network, bits]) => network.kind() === plain.kind() && plain.match(network, bits))
  )
}
