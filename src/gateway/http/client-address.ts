import type { IncomingMessage } from 'node:http'
import { plainAddress } from '#gateway/mirrors/plain-address.ts'
import { isTrustedProxy, type TrustedProxies } from './trusted-proxies.ts'

/** The address of the client of a request, or `null` where it is not known. */
export type ClientAddress = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string | null

/** Addresses read at most in one `X-Forwarded-For`: more than any real chain of proxies. */
const MAX_HOPS = 16

/**
 * Finds the client's address. `X-Forwarded-For` is read from its end, and only as far as trusted proxies wrote it: what a
 * client wrote into it itself is ignored. Behind a proxy that is not trusted (`isBehindProxy`, and no proxies
 * named) the address is not known, since all people would share the address of that proxy.
 */
export const createClientAddress = (proxies: TrustedProxies, isBehindProxy: boolean): ClientAddress => {
  if (proxies.length === 0) {
    return isBehindProxy ? () => null : ({ socket }) => socket.remoteAddress ?? null
  }
  return ({ headers, socket }) => {
    let client = plainAddress(socket.remoteAddress ?? '')?.toString() ?? null
    const hops = String(headers['x-forwarded-for'] ?? '')
      .split(',')
      .slice(-MAX_HOPS)
    for (let hop = hops.pop(); hop !== undefined && client !== null; hop = hops.pop()) {
      if (!isTrustedProxy(proxies, client)) break
      // What is no address ends the chain: the last proxy that is known counts.
      const before = plainAddress(hop.trim())?.toString()
      if (before === undefined) break
      client = before
    }
    return client
  }
}

/** The unit by which a client is counted: an IPv6 client owns the whole /64 of its address (RFC 6177). */
export const clientKey = (address: string | null): string => {
  if (address === null) return ''
  const plain = plainAddress(address)
  if (plain === null || plain.kind() === 'ipv4') return plain?.toString() ?? address
  return plain.toByteArray().slice(0, 8).join('.')
}
