import type { Claim, ClaimIndex } from './claim-index.ts'
import { claimedAddressOf } from './claimed-address.ts'
import { skeletonOf } from '#app/text/look-alike.ts'
import { finding, type RiskEvidence, type RiskFinding } from './risk-finding.ts'
import { notKnown, type RiskRule, type RiskSubject } from './risk-facts.ts'

/** More names than this in one finding are counted, not listed. */
const LISTED = 3

const evidenceOf = (claims: readonly Claim[]): readonly RiskEvidence[] => [
  ...claims.slice(0, LISTED).map(({ name }) => ({ name: 'Mirror server', text: name })),
  ...(claims.length > LISTED ? [{ name: 'And', text: `${claims.length - LISTED} more` }] : []),
]

const MIRRORS = 'the mirror servers'

/** Whether a mirror is the one that asks, to the letter: the same id, name and address. */
const isItself =
  ({ request, address }: RiskSubject) =>
  (claim: Claim): boolean => {
    if (address.kind !== 'web') return false
    const other = claimedAddressOf(claim.address)
    return (
      claim.mirrorId === request.mirrorId &&
      claim.name === request.mirrorName &&
      other.kind === 'web' &&
      other.normal === address.normal
    )
  }

/** The mirrors that share something with the one that asks, without the one that asks. */
const othersIn = (claims: readonly Claim[] | undefined, subject: RiskSubject): readonly Claim[] => {
  const itself = isItself(subject)
  return (claims ?? []).filter((claim) => !itself(claim))
}

/**
 * What a check says about the mirrors that share something with the one that asks: a warning in `words` and their
 * names. Where there are none, nothing is certain as long as some mirrors could not be read.
 */
const sharedWith = (
  check: string,
  found: readonly Claim[],
  { isWhole }: ClaimIndex,
  words: string,
  none: string,
): RiskFinding => {
  if (found.length > 0) return finding(check, 'warning', words, evidenceOf(found))
  return isWhole
    ? finding(check, 'ok', none)
    : {
        ...finding(check, 'unknown', 'Not known: the list of mirror servers could not be read as a whole.'),
        missing: 'failed',
      }
}

/** Someone else may have accepted it a moment ago, or it joins again: nothing is handed to a stranger then. */
export const acceptedRule: RiskRule = (subject, { mirrors }) => {
  if (mirrors.kind !== 'known') return null
  const sameId = mirrors.value.byId.get(skeletonOf(subject.request.mirrorId ?? '')) ?? []
  return sameId.some(isItself(subject))
    ? finding(
        'Accepted already',
        'notice',
        'A mirror server with exactly this id, name and address exists: it seems to be accepted already.',
      )
    : null
}

/** The same id would take the place of the mirror that has it. */
export const sameIdRule: RiskRule = (subject, { mirrors }) => {
  if (mirrors.kind !== 'known') return notKnown('Mirror id', mirrors, MIRRORS)
  const { mirrorId } = subject.request
  if (mirrorId === null) return finding('Mirror id', 'unknown', 'The request gives no mirror id.')
  const found = othersIn(mirrors.value.byId.get(skeletonOf(mirrorId)), subject)
  return sharedWith(
    'Mirror id',
    found,
    mirrors.value,
    found.some((claim) => claim.mirrorId === mirrorId)
      ? 'A mirror server with this id exists already: accepting this one may put it in its place.'
      : 'The id looks like that of an existing mirror server and is another one.',
    'No other mirror server has this id.',
  )
}

/** A name that exists, or that only the eye takes for one that exists. */
export const sameNameRule: RiskRule = (subject, { mirrors }) => {
  const { mirrorName } = subject.request
  if (mirrors.kind !== 'known') return notKnown('Same name', mirrors, MIRRORS)
  const found = othersIn(mirrors.value.byName.get(skeletonOf(mirrorName)), subject)
  return sharedWith(
    'Same name',
    found,
    mirrors.value,
    found.some(({ name }) => name === mirrorName)
      ? 'A mirror server with this name exists already.'
      : 'The name looks like that of an existing mirror server and is another one.',
    'No other mirror server has this name or one like it.',
  )
}

/** An address that an accepted mirror has. */
export const sameAddressRule: RiskRule = (subject, { mirrors }) => {
  const { address } = subject
  if (address.kind !== 'web') return null
  if (mirrors.kind !== 'known') return notKnown('Same address', mirrors, MIRRORS)
  return sharedWith(
    'Same address',
    othersIn(mirrors.value.byAddress.get(address.normal), subject),
    mirrors.value,
    'A mirror server with this address exists already.',
    'No other mirror server has this address.',
  )
}

/** A host that already serves an accepted mirror is known; one that only looks like it is an imitation. */
export const knownHostRule: RiskRule = ({ address }, { mirrors }) => {
  if (address.kind !== 'web') return null
  if (mirrors.kind !== 'known') return notKnown('Known host', mirrors, MIRRORS)
  const { byHost, byHostSkeleton, isWhole } = mirrors.value
  const known = byHost.get(address.host) ?? []
  if (known.length > 0) {
    return finding('Known host', 'ok', 'An accepted mirror server is on this host.', evidenceOf(known))
  }
  const alike = byHostSkeleton.get(skeletonOf(address.writtenHost)) ?? []
  if (alike.length > 0) {
    return finding(
      'Known host',
      'warning',
      'The host looks like that of an existing mirror server and is another one.',
      [{ name: 'Host in ASCII', text: address.host }, ...evidenceOf(alike)],
    )
  }
  return isWhole
    ? finding('Known host', 'notice', 'The host is new: no accepted mirror server is on it.')
    : finding('Known host', 'unknown', 'Not known: the list of mirror servers could not be read as a whole.')
}
