import tls from 'node:tls'

/** The authorities that may have signed a certificate: the usual ones, and the operator's own beside them. */
export const trustedAuthorities = (certificates: string | null): string[] | undefined =>
  certificates === null ? undefined : [...tls.getCACertificates('default'), certificates]
