import { GatewayError } from '#gateway/http/gateway-error.ts'
import { errorCode } from '#gateway/upstream/network-error.ts'

const AUTHORITY = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

const BY_CODE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name is not known here. Check the name, and DNS on this machine.',
  EAI_AGAIN: 'DNS does not answer here. Check DNS on this machine.',
  ECONNREFUSED: 'nothing listens at this address and port. Check both, and that it is running.',
  EHOSTUNREACH: 'there is no route to it from here. Check the network.',
  ENETUNREACH: 'there is no route to it from here. Check the network.',
  ETIMEDOUT: 'no connection in time. Check the firewall between this machine and it.',
  UND_ERR_CONNECT_TIMEOUT: 'no connection in time. Check the firewall between this machine and it.',
  UND_ERR_HEADERS_TIMEOUT: 'it took the connection and did not answer in time. Check its health.',
  UND_ERR_BODY_TIMEOUT: 'its answer did not end in time. Check its health.',
  CERT_HAS_EXPIRED: 'its certificate has expired. Renew it, or set the clock of this machine.',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet. Set the clock of this machine.',
  ERR_TLS_CERT_ALTNAME_INVALID:
    'its certificate is for another host name. Use a name that the certificate has.',
  EPROTO: 'it does not speak TLS at this port. Check the port, or whether the address begins with http://.',
  ECONNRESET:
    'it ended the connection without an answer. Check the port, and whether the address begins with https://.',
  UND_ERR_SOCKET:
    'it ended the connection without an answer. Check the port, and whether the address begins with https://.',
}

/** Why there was no answer, as the end of a sentence that names who did not give it, and what to do. */
export const connectionTrouble = (error: unknown): string => {
  const code = errorCode(error)
  if (code !== null && AUTHORITY.has(code)) {
    return 'its certificate is signed by an authority that is not known here. Name the file of that authority (PEM) with BITBUCKET_CA_FILE.'
  }
  if (code?.startsWith('ERR_SSL_') === true) return BY_CODE['EPROTO'] ?? ''
  if (error instanceof GatewayError && error.kind === 'upstream-not-json') {
    return 'what answers there does not speak HTTP. Check the address and the port.'
  }
  if (error instanceof GatewayError && error.kind === 'upstream-timeout' && code === null) {
    return 'its answer did not end in time. Check its health.'
  }
  return BY_CODE[code ?? ''] ?? `it could not be reached${code === null ? '' : ` (${code})`}.`
}
