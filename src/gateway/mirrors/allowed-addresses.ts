import { lookup } from 'node:dns/promises'
import { type ForbiddenReason, forbiddenReason } from './forbidden-address.ts'
import { isLoopbackHost } from '#gateway/http/loopback-host.ts'
import { type MirrorNetworks, namesAddress, namesHost } from './mirror-networks.ts'
import { plainAddress } from './plain-address.ts'

/** Finds the addresses of a host name. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** The system's resolver. */
export const systemResolve: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address)

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' }

/** Addresses that may be asked, or why none of them may. */
export type AllowedAddresses =
  | { readonly kind: 'allowed'; readonly addresses: readonly string[] }
  | { readonly kind: 'forbidden'; readonly reason: ForbiddenReason }

/** Whether one address may be asked for this link. */
export const isAllowedAddress = (networks: MirrorNetworks, link: URL, address: string): boolean =>
  namesHost(networks, hostOf(link), portOf(link)) ||
  namesAddress(networks, address, portOf(link)) ||
  forbiddenReason(address) === null

const hostOf = (link: URL): string => link.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
const portOf = (link: URL): string => (link.port === '' ? (DEFAULT_PORTS[link.protocol] ?? '') : link.port)

/**
 * Resolves a link's host and checks every address it has: one forbidden address among them forbids the host, since
 * a later resolution may give any of them. Names under `.localhost` are this machine without asking
 * DNS (RFC 6761).
 *
 * @throws the resolver's error.
 */
export const allowedAddresses = async (
  link: URL,
  networks: MirrorNetworks,
  resolve: Resolve,
): Promise<AllowedAddresses> => {
  const host = hostOf(link)
  const addresses =
    plainAddress(host) !== null ? [host] : isLoopbackHost(host) ? ['127.0.0.1'] : await resolve(host)
  for (const address of addresses) {
    if (!isAllowedAddress(networks, link, address)) {
      return { kind: 'forbidden', reason: forbiddenReason(address) ?? 'not-an-address' }
    }
  }
  return { kind: 'allowed', addresses }
}
