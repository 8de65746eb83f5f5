import ipaddr from 'ipaddr.js'
import { plainAddress } from './plain-address.ts'

type NamedHost = { readonly name: string; readonly isSuffix: boolean; readonly port: string | null }

type NamedNetwork = {
  readonly network: ipaddr.IPv4 | ipaddr.IPv6
  readonly bits: number
  readonly port: string | null
}

/** The hosts and networks that may be asked although their address is one the gateway otherwise never asks. */
export type MirrorNetworks = {
  readonly hosts: readonly NamedHost[]
  readonly networks: readonly NamedNetwork[]
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
 * Reads a comma-separated list of `host`, `host:port`, `*.suffix`, `*.suffix:port`, addresses and CIDRs, which may have
 * a port too (`10.0.0.0/8:7990`).
 *
 * @throws Error whose message completes the sentence "MIRROR_NETWORKS …".
 */
export const readMirrorNetworks = (text: string): MirrorNetworks => {
  const hosts: NamedHost[] = []
  const networks: NamedNetwork[] = []
  for (const entry of text.split(',').flatMap((part) => part.trim().toLowerCase() || [])) {
    const [, cidr = entry, port = null] = /^(.+\/\d+):(\d{1,5})$/.exec(entry) ?? []
    if (ipaddr.isValidCIDR(cidr)) {
      const [network, bits] = ipaddr.parseCIDR(cidr)
      networks.push({ network, bits, port })
    } else if (ipaddr.IPv4.isValidFourPartDecimal(entry))
      networks.push({ network: ipaddr.IPv4.parse(entry), bits: 32, port })
    else if (ipaddr.IPv6.isValid(entry)) networks.push({ network: ipaddr.IPv6.parse(entry), bits: 128, port })
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

/**
 * Whether an address is in a named network. What an IPv6 address embeds counts as that IPv4 address. `port` is the
 * effective one, as text.
 */
export const namesAddress = ({ networks }: MirrorNetworks, address: string, port: string): boolean => {
  const plain = plainAddress(address)
  return (
    plain !== null &&
    networks.some(
      (named) =>
        (named.port === null || named.port === port) &&
        named.network.kind() === plain.kind() &&
        plain.match(named.network, named.bits),
    )
  )
}
