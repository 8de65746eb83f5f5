import { numberText } from '#app/text/number-text.ts'
import type { Claim, ClaimIndex } from './claim-index.ts'
import { skeletonOf } from '#app/text/look-alike.ts'
import { finding } from './risk-finding.ts'
import { notKnown, type RiskRule, type RiskSubject } from './risk-facts.ts'

const PENDING = 'the pending requests'

const othersOf = (claims: readonly Claim[] | undefined, { request }: RiskSubject): readonly Claim[] =>
  (claims ?? []).filter(({ rowId }) => rowId !== request.id)

/** How much of the list a count rests on; nothing where it is all of it. */
const restsOn = ({ isWhole, count }: ClaimIndex): string =>
  isWhole ? '' : `, among the ${numberText(count)} that were read`

/** How many pending requests come from that host: one that floods the list hides something in it. */
export const sameHostRule: RiskRule = (subject, { pending }) => {
  if (subject.address.kind !== 'web') return null
  if (pending.kind !== 'known') return notKnown('Other requests', pending, PENDING)
  const index = pending.value
  const count = othersOf(index.byHost.get(subject.address.host), subject).length
  if (count > 0) {
    const words =
      count === 1 ? 'Another pending request names' : `${numberText(count)} other pending requests name`
    return finding('Other requests', 'notice', `${words} this host${restsOn(index)}.`)
  }
  return index.isWhole
    ? finding('Other requests', 'ok', 'No other pending request names this host.')
    : finding('Other requests', 'unknown', `No other pending request names this host${restsOn(index)}.`)
}

/** Two requests for the same mirror: one of them is not what it claims. */
export const competingRule: RiskRule = (subject, { pending }) => {
  if (pending.kind !== 'known') return null
  const { request, address } = subject
  const index = pending.value
  const { byId, byName, byAddress } = index
  const competing = new Set([
    ...othersOf(byId.get(skeletonOf(request.mirrorId ?? '')), subject),
    ...othersOf(byName.get(skeletonOf(request.mirrorName)), subject),
    ...(address.kind === 'web' ? othersOf(byAddress.get(address.normal), subject) : []),
  ])
  if (competing.size === 0) {
    return index.isWhole
      ? null
      : {
          ...finding('Competing requests', 'unknown', `No competing request was found${restsOn(index)}.`),
          missing: 'failed',
        }
  }
  return finding(
    'Competing requests',
    'warning',
    'Another pending request has the same id, name or address, or one that looks like it.',
    [...competing].slice(0, 3).map(({ rowId }) => ({ name: 'Request id', text: rowId })),
  )
}
