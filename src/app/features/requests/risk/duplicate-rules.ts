import type { Claim } from './claim-index.ts'
import { claimedAddressOf } from './claimed-address.ts'
import { skeletonOf } from '#app/text/look-alike.ts'
import { finding, type RiskEvidence, type RiskFinding } from './risk-finding.ts'
import { notKnown, type RiskRule, type RiskSubject } from './risk-facts.ts'

/** More names than this in one finding are counted, not listed. */
const LISTED = 3

const evidenceOf = (claims: readonly Claim[], name: string): readonly RiskEvidence[] => [
  ...claims.slice(0, LISTED).map((claim) => ({ name, text: claim.name })),
  ...(claims.length > LISTED ? [{ name: 'And', text: `${claims.length - LISTED} more` }] : []),
]

const MIRRORS = 'the mirror servers'

/** What a check says when no mirror matched: nothing for certain, as long as some could not be read. */
const noneFound = (check: string, isWhole: boolean, words: string): RiskFinding =>
  isWhole
    ? finding(check, 'ok', words)
    : {
        ...finding(check, 'unknown', 'Not known: the list of mirror servers could not be read as a whole.'),
        missing: 'failed',
      }

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

/** Somebody else may have accepted it a moment ago, or it joins again: nothing is handed to a stranger then. */
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
  if (found.length === 0) {
    return noneFound('Mirror id', mirrors.value.isWhole, 'No other mirror server has this id.')
  }
  const isSame = found.some((claim) => claim.mirrorId === mirrorId)
  return finding(
    'Mirror id',
    'warning',
    isSame
      ? 'A mirror server with this id exists already: accepting this one may put it in its place.'
      : 'The id looks like that of an existing mirror server and is another one.',
    evidenceOf(found, 'Mirror server'),
  )
}

/** A name that exists, or that only the eye takes for one that exists. */
export const sameNameRule: RiskRule = (subject, { mirrors }) => {
  const { mirrorName } = subject.request
  if (mirrors.kind !== 'known') return notKnown('Same name', mirrors, MIRRORS)
  const found = othersIn(mirrors.value.byName.get(skeletonOf(mirrorName)), subject)
  if (found.length === 0) {
    return noneFound(
      'Same name',
      mirrors.value.isWhole,
      'No other mirror server has this name or one like it.',
    )
  }
  const isSame = found.some(({ name }) => name === mirrorName)
  return finding(
    'Same name',
    'warning',
    isSame
      ? 'A mirror server with this name exists already.'
      : 'The name looks like that of an existing mirror server and is another one.',
    evidenceOf(found, 'Mirror server'),
  )
}

/** An address that an accepted mirror has. */
export const sameAddressRule: RiskRule = (subject, { mirrors }) => {
  const { address } = subject
  if (address.kind !== 'web') return null
  if (mirrors.kind !== 'known') return notKnown('Same address', mirrors, MIRRORS)
  const found = othersIn(mirrors.value.byAddress.get(address.normal), subject)
  return found.length === 0
    ? noneFound('Same address', mirrors.value.isWhole, 'No other mirror server has this address.')
    : finding(
        'Same address',
        'warning',
        'A mirror server with this address exists already.',
        evidenceOf(found, 'Mirror server'),
      )
}

/** A host that already serves an accepted mirror is known; one that only looks like it is an imitation. */
export const knownHostRule: RiskRule = ({ address }, { mirrors }) => {
  if (address.kind !== 'web') return null
  if (mirrors.kind !== 'known') return notKnown('Known host', mirrors, MIRRORS)
  const { byHost, byHostSkeleton, isWhole } = mirrors.value
  const known = byHost.get(address.host) ?? []
  if (known.length > 0) {
    return finding(
      'Known host',
      'ok',
      'An accepted mirror server is on this host.',
      evidenceOf(known, 'Mirror server'),
    )
  }
  const alike = byHostSkeleton.get(skeletonOf(address.writtenHost)) ?? []
  if (alike.length > 0) {
    return finding(
      'Known host',
      'warning',
      'The host looks like that of an existing mirror server and is another one.',
      [{ name: 'Host in ASCII', text: address.host }, ...evidenceOf(alike, 'Mirror server')],
    )
  }
  return isWhole
    ? finding('Known host', 'notice', 'The host is new: no accepted mirror server is on it.')
    : finding('Known host', 'unknown', 'Not known: the list of mirror servers could not be read as a whole.')
}
