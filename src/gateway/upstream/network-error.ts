import { errors } from 'undici'
import { AnswerTooLarge } from './answer-too-large.ts'
import { GatewayError } from '#gateway/http/gateway-error.ts'

/** The code of an error or of its causes; `null` where there is none. Such a code holds no address. */
export const errorCode = (error: unknown): string | null => {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code
  }
  return null
}

/** Whether a code says that TLS failed: not trusted, expired, another host's, or no TLS at all on the other side. */
export const isCertificateCode = (code: string): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|INVALID_CA|INVALID_PURPOSE|CRL_|^ERR_TLS_|^ERR_SSL_|^EPROTO$/.test(
    code,
  )

const TIMEOUTS = new Set([
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'ETIMEDOUT',
])

/** Any failure to reach the upstream as the error that the browser gets. */
export const upstreamErrorOf = (cause: unknown): GatewayError => {
  if (cause instanceof GatewayError) return cause
  const code = errorCode(cause)
  if (code !== null && TIMEOUTS.has(code)) return new GatewayError('upstream-timeout', { cause })
  if (code !== null && isCertificateCode(code)) return new GatewayError('upstream-certificate', { cause })
  if (code === 'UND_ERR_HEADERS_OVERFLOW' || code === 'HPE_HEADER_OVERFLOW') return new AnswerTooLarge()
  // The upstream answers, but not in HTTP.
  if (cause instanceof errors.HTTPParserError) return new GatewayError('upstream-not-json', { cause })
  return new GatewayError('upstream-unreachable', { cause })
}
