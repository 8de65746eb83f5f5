import { versionDifference } from '#app/text/version-difference.ts'
import { codePointOf, piecesOf, plainOf } from '#app/text/hidden-characters.ts'
import { skeletonOf } from '#app/text/look-alike.ts'
import { mixesAlphabets } from '#app/text/mixes-alphabets.ts'
import { finding } from './risk-finding.ts'
import { notKnown, type RiskRule } from './risk-facts.ts'

/** The name with letters that look Latin and are not spelt out: in any font they look the same. */
const speltOut = (name: string): string =>
  name.replaceAll(
    /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/gu,
    (letter) => `[${codePointOf(letter)}]`,
  )

/** What the name itself hides. */
export const nameRule: RiskRule = ({ request: { mirrorName } }) => {
  if (skeletonOf(mirrorName) === '') {
    return finding('Name', 'warning', 'The name is blank.', [{ name: 'Name', text: mirrorName }])
  }
  if (piecesOf(mirrorName).some(({ kind }) => kind === 'hidden')) {
    return finding('Name', 'warning', 'The name has characters that cannot be seen.', [
      { name: 'Spelt out', text: plainOf(mirrorName) },
    ])
  }
  return mixesAlphabets(mirrorName)
    ? finding('Name', 'warning', 'The name mixes letters of different alphabets.', [
        { name: 'Spelt out', text: speltOut(mirrorName) },
      ])
    : finding('Name', 'ok', 'The name hides no characters.')
}

/** A different version is common during an upgrade; it is shown and not judged. */
export const versionRule: RiskRule = ({ request: { productVersion } }, { upstreamVersion }) => {
  if (upstreamVersion.kind !== 'known') return notKnown('Version', upstreamVersion, "Bitbucket's facts")
  const difference = versionDifference(productVersion, upstreamVersion.value)
  const evidence = [
    { name: 'Mirror', text: productVersion ?? 'not given' },
    { name: 'Bitbucket', text: upstreamVersion.value },
  ]
  switch (difference) {
    case 'same':
      return finding('Version', 'ok', 'The mirror has the version of Bitbucket.')
    case 'older':
      return finding('Version', 'notice', 'The mirror is older than Bitbucket.', evidence)
    case 'newer':
      return finding('Version', 'notice', 'The mirror is newer than Bitbucket.', evidence)
    case 'not-comparable':
      return finding('Version', 'unknown', 'The versions cannot be compared.', evidence)
  }
}

/** The API does not report it, and the console never connects to an address that it does not trust yet. */
export const reachabilityRule: RiskRule = () =>
  finding('Reachable', 'unknown', 'Not checked: the console asks only mirrors that were accepted.')
