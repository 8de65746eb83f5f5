import { type ClaimedAddress, claimedAddressOf } from './claimed-address.ts'
import { type HostPlace, hostPlaceOf } from './host-place.ts'
import { finding, type RiskSeverity } from './risk-finding.ts'
import type { RiskRule } from './risk-facts.ts'

/** The upstream's address that was read last: it is the same for each of thousands of requests. */
let read: { upstream: string | null; address: ClaimedAddress } = {
  upstream: null,
  address: claimedAddressOf(null),
}

const upstreamOf = (upstream: string | null) => {
  if (read.upstream !== upstream) read = { upstream, address: claimedAddressOf(upstream) }
  return read.address.kind === 'web' ? read.address : null
}

/** What is not an address cannot be checked any further: this says so. */
export const readableRule: RiskRule = ({ request, address }) => {
  if (address.kind === 'web') return null
  return address.kind === 'missing'
    ? finding('Address', 'warning', 'No address is given, so it is not known where this mirror is.')
    : finding('Address', 'warning', 'The address cannot be read as a web address.', [
        { name: 'Address', text: request.mirrorBaseUrl ?? '' },
      ])
}

/**
 * The vendor asks for https with a valid certificate (its page on setting up a mirror farm). Where Bitbucket itself is
 * reached by http, a mirror by http makes nothing worse.
 */
export const encryptionRule: RiskRule = ({ address }, { upstream }) => {
  if (address.kind !== 'web') return null
  if (address.isHttps) return finding('Encryption', 'ok', 'The address is https.')
  return upstreamOf(upstream)?.isHttps === false
    ? finding('Encryption', 'notice', 'The address is not https, and neither is that of Bitbucket.')
    : finding(
        'Encryption',
        'warning',
        'The address is not https: what is sent to it, passwords included, can be read and changed on the way.',
      )
}

/** Letters that only look like others, numbers that are addresses: the host in ASCII is the true one. */
export const hostRule: RiskRule = ({ address }) => {
  if (address.kind !== 'web') return null
  const evidence = [{ name: 'Host in ASCII', text: address.host }]
  return address.isDisguised
    ? finding('Host', 'warning', 'The host is not what it looks like: read it in ASCII.', evidence)
    : finding('Host', 'ok', 'The host is written as it is.', [{ name: 'Host', text: address.host }])
}

/** Parsers take backslashes for slashes and drop what they do not like: both forms are shown. */
const formsOf = (written: string, rewritten: string) => [
  { name: 'Written', text: written },
  { name: 'A browser uses', text: rewritten },
]

/** `https://evil.example\@bitbucket.example.com` leads to the first host. */
export const writtenFormRule: RiskRule = ({ request, address }) => {
  if (address.kind !== 'web') return null
  return address.rewritten === null
    ? finding('Written form', 'ok', 'A browser uses the address as it is written.')
    : finding(
        'Written form',
        'warning',
        'A browser uses another address than the one that is written.',
        formsOf(request.mirrorBaseUrl ?? '', address.rewritten),
      )
}

/** `https://bitbucket.example.com@evil.example` leads to the second host. */
export const userInfoRule: RiskRule = ({ address }) => {
  if (address.kind !== 'web') return null
  return address.hasUserInfo
    ? finding(
        'User name in the address',
        'warning',
        'The part before the @ is a user name and not the host.',
        [{ name: 'Host in ASCII', text: address.host }],
      )
    : finding('User name in the address', 'ok', 'There is none.')
}

const placeWords: Record<HostPlace, { readonly severity: RiskSeverity; readonly words: string }> = {
  loopback: {
    severity: 'warning',
    words:
      'The host is a loopback address: for Bitbucket it leads to itself, for users to their own machine.',
  },
  'link-local': {
    severity: 'warning',
    words: 'The host is a link-local address, where cloud machines also keep their secrets.',
  },
  private: {
    severity: 'notice',
    words: 'The host is a private address: only machines in that network reach it.',
  },
  'local-name': {
    severity: 'notice',
    words: 'The host is a local name: what it means depends on the network that asks.',
  },
  reserved: { severity: 'warning', words: 'The host is an address that no server can have.' },
  elsewhere: {
    severity: 'ok',
    words: 'By its spelling the host is neither private nor loopback. Names are not resolved.',
  },
}

/** Where the host is by its spelling. A loopback mirror beside a loopback Bitbucket is a trial set-up. */
export const placeRule: RiskRule = ({ address }, { upstream }) => {
  if (address.kind !== 'web') return null
  const place = hostPlaceOf(address.host)
  const upstreamHost = upstreamOf(upstream)?.host
  if (place === 'loopback' && upstreamHost !== undefined && hostPlaceOf(upstreamHost) === 'loopback') {
    return finding('Network', 'notice', 'The host is a loopback address, and so is that of Bitbucket.')
  }
  const { severity, words } = placeWords[place]
  return finding('Network', severity, words)
}

/** 8.x only: where Bitbucket would fetch the mirror's own description. */
export const descriptorRule: RiskRule = ({ request, address }) => {
  const { addonDescriptorUri } = request
  if (addonDescriptorUri === null) return null
  const descriptor = claimedAddressOf(addonDescriptorUri)
  const evidence = [{ name: 'Add-on descriptor', text: addonDescriptorUri }]
  if (descriptor.kind !== 'web') {
    return finding('Add-on descriptor', 'warning', 'Its address cannot be read as a web address.', evidence)
  }
  if (descriptor.rewritten !== null) {
    return finding(
      'Add-on descriptor',
      'warning',
      'A browser uses another address than the one that is written.',
      formsOf(addonDescriptorUri, descriptor.rewritten),
    )
  }
  if (address.kind !== 'web') return null
  return descriptor.host === address.host
    ? finding('Add-on descriptor', 'ok', 'It is on the same host as the mirror.')
    : finding('Add-on descriptor', 'warning', 'It is on another host than the mirror.', [
        { name: 'Host in ASCII', text: descriptor.host },
      ])
}
