import type { MirrorServer } from '#contract/mirror-server.ts'

const DAY_MS = 86_400_000

/** From how long before its end a certificate is to be renewed, in ms: time to order one. */
const SOON_MS = 30 * DAY_MS

/** From how long before its end that must not wait any longer, in ms. */
const VERY_SOON_MS = 7 * DAY_MS

/**
 * How a certificate stands to its end. It is a state beside the verdict: a mirror whose certificate ends tomorrow serves
 * today. One that has ended is refused by whoever connects, and the verdict says so by itself.
 */
export type CertificateState = 'valid' | 'ends-soon' | 'ends-very-soon' | 'ended'

/** The state of a certificate that ends at `ends`; both epoch ms. */
export const certificateStateOf = (ends: number, now: number): CertificateState => {
  const left = ends - now
  if (left <= 0) return 'ended'
  if (left <= VERY_SOON_MS) return 'ends-very-soon'
  return left <= SOON_MS ? 'ends-soon' : 'valid'
}

/** Whether a mirror at this address shows a certificate at all. */
export const hasCertificate = ({ baseUrl }: Pick<MirrorServer, 'baseUrl'>): boolean =>
  /^https:/i.test(baseUrl ?? '')
