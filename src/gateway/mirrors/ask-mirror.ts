import http from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { TLSSocket } from 'node:tls'
import { allowedAddresses, isAllowedAddress, type Resolve, systemResolve } from './allowed-addresses.ts'
import type { MirrorNetworks } from './mirror-networks.ts'
import type { AskMirror, MirrorReply } from './mirror-reply.ts'
import { errorCode, isCertificateCode } from '#gateway/upstream/network-error.ts'

/** A mirror has this long in all, in ms: name, connection, headers and body. */
const TIMEOUT_MS = 5000

/** Largest answer in bytes; a real one is about 1 kB. */
const MAX_ANSWER = 65_536

type Failed = Extract<MirrorReply, { kind: 'failed' }>
const failed = (failure: Failed['failure'], more: Partial<Failed> = {}): Failed => ({
  kind: 'failed',
  failure,
  status: null,
  date: null,
  detail: null,
  ...more,
})

const failureOf = (error: unknown, deadline: AbortSignal): Failed => {
  const code = errorCode(error)
  if (deadline.aborted || code === 'ETIMEDOUT') return failed('timed-out')
  if (code === null) return failed('unreachable')
  if (isCertificateCode(code)) return failed('certificate', { detail: code })
  if (code === 'HPE_HEADER_OVERFLOW') return failed('too-large', { detail: code })
  return failed(code.startsWith('HPE_') ? 'unreadable' : 'unreachable', { detail: code })
}

/** Connects to the addresses that were checked, and to no other: the name is not resolved again. */
const pinned =
  (addresses: readonly string[]): LookupFunction =>
  (_host, options, done) => {
    const all = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    if (options.all === true) done(null, all)
    else done(null, all[0]?.address ?? '', all[0]?.family ?? 4)
  }

const readAnswer = (response: http.IncomingMessage, settle: (reply: MirrorReply) => void): void => {
  const status = response.statusCode ?? 0
  const date = response.headers.date ?? null
  const stop = (failure: Failed['failure']) => {
    settle(failed(failure, { status, date }))
    response.destroy()
  }
  if (status >= 300 && status < 400) return stop('redirected')
  if ((response.headers['content-encoding'] ?? 'identity') !== 'identity') return stop('unreadable')
  if (Number(response.headers['content-length'] ?? 0) > MAX_ANSWER) return stop('too-large')
  const chunks: Buffer[] = []
  let size = 0
  response.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > MAX_ANSWER) stop('too-large')
    else chunks.push(chunk)
  })
  response.once('end', () =>
    settle({ kind: 'replied', status, date, body: Buffer.concat(chunks).toString('utf8') }),
  )
  return undefined
}

/** When the certificate ends that the other side shows; `null` where it shows none, or none with a date. */
const certificateEndOf = (socket: TLSSocket): number | null => {
  const ends = Date.parse(socket.getPeerCertificate().valid_to)
  return Number.isNaN(ends) ? null : ends
}

/**
 * Asks mirrors by their signed links: without credentials or cookies, without following a redirect, only at
 * addresses that were checked, and within bounds of time and size.
 */
export const createMirrorAsker = (options: {
  readonly networks: MirrorNetworks
  readonly authorities?: string[] | undefined
  readonly timeoutMs?: number
  readonly resolve?: Resolve
}): AskMirror => {
  const { networks, authorities, timeoutMs = TIMEOUT_MS, resolve = systemResolve } = options

  const request = (link: URL, addresses: readonly string[], deadline: AbortSignal): Promise<MirrorReply> =>
    new Promise((resolve) => {
      let certificateEnds: number | null = null
      const settle = (reply: MirrorReply) =>
        resolve(certificateEnds === null ? reply : { ...reply, certificateEnds })
      const asked = (link.protocol === 'https:' ? https : http).request({
        hostname: link.hostname.replace(/^\[|\]$/g, ''),
        port: link.port,
        path: link.pathname + link.search,
        headers: { accept: 'application/json', 'accept-encoding': 'identity', host: link.host },
        agent: false,
        lookup: pinned(addresses),
        signal: deadline,
        ...(authorities === undefined ? {} : { ca: authorities }),
      })
      asked.once('socket', (socket) => {
        if (socket instanceof TLSSocket) {
          // Before Node judges it, which ends a connection with one that has expired or is not trusted.
          socket.prependOnceListener('secure', () => {
            certificateEnds = certificateEndOf(socket)
          })
        }
        socket.once('connect', () => {
          if (isAllowedAddress(networks, link, socket.remoteAddress ?? '')) return
          settle(failed('forbidden-address'))
          asked.destroy()
        })
      })
      asked.once('response', (response) => {
        response.once('error', (error) => settle(failureOf(error, deadline)))
        readAnswer(response, settle)
      })
      asked.once('error', (error) => settle(failureOf(error, deadline)))
      asked.end()
    })

  return async (link, signal) => {
    if (!/^https?:$/.test(link.protocol) || link.username !== '' || link.password !== '') {
      return failed('forbidden-address')
    }
    const timeout = AbortSignal.timeout(timeoutMs)
    // A caller that disconnects ends the request to the mirror too.
    const deadline = signal === undefined ? timeout : AbortSignal.any([timeout, signal])
    const expired = new Promise<Failed>((settle) => {
      deadline.addEventListener('abort', () => settle(failed('timed-out')), { once: true })
      if (deadline.aborted) settle(failed('timed-out'))
    })
    const ask = async (): Promise<MirrorReply> => {
      try {
        const checked = await allowedAddresses(link, networks, resolve)
        if (checked.kind === 'forbidden') return failed('forbidden-address', { detail: checked.reason })
        return await request(link, checked.addresses, deadline)
      } catch (error) {
        return failureOf(error, deadline)
      }
    }
    return Promise.race([ask(), expired])
  }
}
