import { rewrittenAddressOf } from '#app/text/rewritten-address.ts'

/** The address that a request claims for its mirror, read for what it really is. */
export type ClaimedAddress =
  | { readonly kind: 'missing' }
  /** No http(s) address, or one with characters that a browser would silently drop. */
  | { readonly kind: 'unreadable' }
  | {
      readonly kind: 'web'
      readonly isHttps: boolean
      /** The host that a browser would go to, in ASCII, without the port. */
      readonly host: string
      /** The host as written in the text, which may be in other letters. */
      readonly writtenHost: string
      readonly hasUserInfo: boolean
      /** The written host is not `host`: other letters, another notation of numbers. */
      readonly isDisguised: boolean
      /** The whole address as a browser would use it, where that is not what is written; see `rewritten-address.ts`. */
      readonly rewritten: string | null
      /** The whole address in the one form that addresses are compared in. */
      readonly normal: string
    }

/** Controls and blanks: parsers drop some of them, so that the text is not the address. */
const DROPPED = /[\p{C}\s]/u

/** The host as written in the text: after the slashes, without user-info and port. */
const WRITTEN_HOST = /^[^:]*:[/\\]*(?:[^/?#\\]*@)?(\[[^\]]*\]|[^/?#\\:]*)/

/** A name with the dot of the root at its end is the same host as without it (RFC 3986, 3.2.2). */
const withoutRootDot = (host: string): string => host.replace(/\.$/, '')

/** Reads an address that came with a request. It is never asked, and its name is never resolved. */
export const claimedAddressOf = (address: string | null): ClaimedAddress => {
  if (address === null || address.trim() === '') return { kind: 'missing' }
  if (DROPPED.test(address)) return { kind: 'unreadable' }
  const url = URL.parse(address)
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:'
  const host = withoutRootDot(url?.hostname ?? '')
  if (url === null || !isWeb || host === '') return { kind: 'unreadable' }
  const writtenHost = withoutRootDot(WRITTEN_HOST.exec(address)?.[1] ?? '')
  return {
    kind: 'web',
    isHttps: url.protocol === 'https:',
    host,
    writtenHost,
    hasUserInfo: url.username !== '' || url.password !== '',
    isDisguised: writtenHost.toLowerCase() !== host || /(?:^|\.)xn--/.test(host),
    rewritten: rewrittenAddressOf(address),
    normal:
      `${host}${url.port === '' ? '' : `:${url.port}`}${url.pathname.replace(/\/+$/, '')}`.toLowerCase(),
  }
}
