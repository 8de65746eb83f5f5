import ipaddr from 'ipaddr.js'
import { plainAddress } from './plain-address.ts'

type NamedHost = { readonly name: string; readonly isSuffix: boolean; readonly port: string | null }

/** The hosts and networks that may be asked although their address is one the gateway otherwise never asks. */
export type MirrorNetworks = {
  readonly hosts: readonly NamedHost[]
  readonly networks: readonly (readonly [ipaddr.IPv4 | ipaddr.IPv6, number])[]
}

/** Nothing is excepted. */
export const NO_MIRROR_NETWORKS: MirrorNetworks = { hosts: [], networks: [] }

const HOST =
  /^(\*?\.)?([a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*)(?::(\d{1,5}))?$/

const readHost = (entry: string): NamedHost => {
  const [, wildcard, name, port] = HOST.exec(entry) ?? []
  if (name === undefined) throw new Error('must be a list of hosts and CIDRs, separated by commas')
  return { name, isSuffix: wildcard !== undefined, port: port ?? null }
}

/**
 * Reads a comma-separated list of `host`, `host:port`, `*.suffix`, `*.suffix:port`, addresses and CIDRs.
 *
 * @throws Error whose message completes the sentence "MIRROR_NETWORKS …".
 */
export const readMirrorNetworks = (text: string): MirrorNetworks => {
  const hosts: NamedHost[] = []
  const networks: [ipaddr.IPv4 | ipaddr.IPv6, number][] = []
  for (const entry of text.split(',').flatMap((part) => part.trim().toLowerCase() || [])) {
    if (ipaddr.isValidCIDR(entry)) networks.push(ipaddr.parseCIDR(entry))
    else if (ipaddr.IPv4.isValidFourPartDecimal(entry)) networks.push([ipaddr.IPv4.parse(entry), 32])
    else if (ipaddr.IPv6.isValid(entry)) networks.push([ipaddr.IPv6.parse(entry), 128])
    // A wrong prefix length or a half-written address must not silently become the name of a host.
    else if (/^[\d./]+$/.test(entry))
      throw new Error('must have complete addresses and CIDRs such as 10.0.0.0/8')
    else hosts.push(readHost(entry))
  }
  return { hosts, networks }
}

/** Whether a host is named. `port` is the effective one, as text. */
export const namesHost = ({ hosts }: MirrorNetworks, host: string, port: string): boolean =>
  hosts.some(
    (named) =>
      (named.port === null || named.port === port) &&
      (named.isSuffix ? host.endsWith(`.${named.name}`) : host === named.name),
  )

/** Whether an address is in a named network. What an IPv6 address embeds counts as that IPv4 address. */
export const namesAddress = ({ networks }: MirrorNetworks, address: string): boolean => {
  const plain = plainAddress(address)
  return (
    plain !== null &&
    networks.some(([network, bits]) => network.kind() === plain.kind() && plain.match(network, bits))
  )
}
