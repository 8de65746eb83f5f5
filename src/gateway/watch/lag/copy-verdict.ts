import type { ProbeResult } from '#contract/probe.ts'
import type { OpenLag } from './open-lag.ts'

/**
 * What a mirror's answer says about a push or a change.
 *
 * - `has`: it was updated since, at a time (epoch ms by the clock of the push).
 * - `lacks`: it was not updated since.
 * - `not-copied`: it does not copy the repository.
 * - `unknown`: it could not be asked, or does not say when it was updated.
 */
export type CopyVerdict =
  | { readonly kind: 'has'; readonly at: number }
  | { readonly kind: 'lacks' | 'not-copied' | 'unknown' }

/**
 * Reads an answer by `lastUpdated`: a mirror tells no hash that could be compared. An update for an earlier change that
 * came after this one counts as well, so a mirror that hangs between two changes within a minute is found at the next one.
 *
 * @param bitbucketMs Bitbucket's clock minus the gateway's, in ms.
 */
export const copyVerdict = (
  open: Pick<OpenLag, 'kind' | 'at'>,
  result: ProbeResult,
  bitbucketMs: number,
): CopyVerdict => {
  if (result.kind === 'failed') return { kind: 'unknown' }
  const { status, lastUpdated } = result.answer
  if (status === 'NOT_MIRRORED') return { kind: 'not-copied' }
  if (lastUpdated === null) return { kind: 'unknown' }
  // A mirror writes its own time, of which its Date header says how far it is from the gateway's.
  const byGateway = lastUpdated - (result.clockDifferenceMs ?? 0)
  const at = open.kind === 'webhook' ? byGateway + bitbucketMs : byGateway
  return at >= open.at ? { kind: 'has', at } : { kind: 'lacks' }
}
