import type { CorrectionSubject } from '#app/domain/mirror/mirror-correction.ts'
import { versionDifference } from '#app/text/version-difference.ts'

/** What is unusual about a correction, as sentences; none for one that only moves forward. */
export const correctionDoubts = ({ shown, wanted }: CorrectionSubject): readonly string[] => {
  const [before, after] = [URL.parse(shown.baseUrl ?? ''), URL.parse(wanted.baseUrl)]
  const doubts: string[] = []
  if (before !== null && after !== null && before.hostname !== after.hostname) {
    doubts.push('The host changes: the console and users are sent to another server')
  }
  if (before?.protocol === 'https:' && after?.protocol === 'http:') {
    doubts.push('The new address is not https: passwords would travel unprotected')
  }
  if (versionDifference(wanted.productVersion, shown.productVersion) === 'older') {
    doubts.push('The new version is older than the one in the record')
  }
  return doubts
}
