import type { MirroredRepository } from '#contract/mirrored-repository.ts'
import { cloneAddressCan } from '#app/domain/repository/clone-address-can.ts'

/** How git speaks to a server, by the name that mirrors give each address. */
export type GitProtocol = 'http' | 'ssh'

/** The two addresses of one repository: where to read, and where to write. */
export type AddressPair = { readonly mirror: string; readonly primary: string }

/** A usable pair, or why there is none. */
export type GitAddresses =
  | { readonly kind: 'ready'; readonly pair: AddressPair }
  /** The mirror gave no address of this protocol to clone from, or none to push to. */
  | { readonly kind: 'missing'; readonly purpose: 'clone' | 'push' }
  /** An address that must not come near a shell. */
  | {
      readonly kind: 'refused'
      readonly purpose: 'clone' | 'push'
      readonly address: string
      readonly why: string
    }

const SCHEMES: Readonly<Record<GitProtocol, RegExp>> = {
  http: /^https?:\/\//i,
  // `user@host:path` is how ssh itself writes an address.
  ssh: /^ssh:\/\/|^[^/:]+:(?!\/\/)/i,
}

/** `http` also names https addresses, and some mirrors write it as `https`. */
const isNamed = (name: string, protocol: GitProtocol): boolean =>
  protocol === 'http' ? /^https?$/i.test(name) : /^ssh$/i.test(name)

const judged = (
  links: MirroredRepository['cloneUrls'],
  protocol: GitProtocol,
  purpose: 'clone' | 'push',
): string | Exclude<GitAddresses, { kind: 'ready' }> => {
  const address = links.find(({ name }) => isNamed(name, protocol))?.href
  if (address === undefined) return { kind: 'missing', purpose }
  const answer = cloneAddressCan.quote(address)
  if (!answer.isAllowed) return { kind: 'refused', purpose, address, why: answer.why }
  return SCHEMES[protocol].test(address)
    ? address
    : { kind: 'refused', purpose, address, why: `it is no ${protocol} address` }
}

/**
 * The addresses for one protocol out of a mirror's answer. Both were written by the mirror, also the one to push to;
 * what could harm in a terminal is refused here, so that no command is ever made of it.
 */
export const gitAddressesOf = (
  { cloneUrls, pushUrls }: Pick<MirroredRepository, 'cloneUrls' | 'pushUrls'>,
  protocol: GitProtocol,
): GitAddresses => {
  const mirror = judged(cloneUrls, protocol, 'clone')
  if (typeof mirror !== 'string') return mirror
  const primary = judged(pushUrls, protocol, 'push')
  if (typeof primary !== 'string') return primary
  return { kind: 'ready', pair: { mirror, primary } }
}
