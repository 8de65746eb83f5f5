import { sortableVersion } from '#app/text/sortable-version.ts'
import type { FleetMark } from './fleet-marks.ts'

/** The mirror that is farthest behind, and of how many it is not known. */
export type FarthestBehind = { readonly mark: FleetMark | null; readonly unknown: number }

/** Which mirror lags most; none where no push waits for any of which it is known. */
export const farthestBehind = (marks: readonly FleetMark[]): FarthestBehind => {
  const late = marks
    .filter(({ behind }) => (behind?.nowMs ?? 0) > 0)
    .toSorted((one, other) => (other.behind?.nowMs ?? 0) - (one.behind?.nowMs ?? 0))
  const unknown = marks.filter(({ behind }) => (behind?.nowMs ?? null) === null).length
  return { mark: late[0] ?? null, unknown }
}

/** The oldest version of a mirror that gives one, and which mirrors have it; `null` where none gives any. */
export const oldestVersion = (
  marks: readonly FleetMark[],
): { readonly version: string; readonly marks: readonly FleetMark[] } | null => {
  const given = marks.flatMap((mark) =>
    mark.version === null ? [] : [{ mark, key: sortableVersion(mark.version) ?? '' }],
  )
  const [first] = given.toSorted((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
  if (first?.mark.version === undefined || first.mark.version === null) return null
  const same = given.filter(({ key }) => key === first.key).map(({ mark }) => mark)
  return { version: first.mark.version, marks: same }
}

/** The mirror whose certificate ends first; `null` where no certificate was seen. */
export const firstCertificate = (
  marks: readonly FleetMark[],
): { readonly mark: FleetMark; readonly ends: number } | null => {
  const [first] = marks
    .flatMap((mark) => (mark.certificateEnds === null ? [] : [{ mark, ends: mark.certificateEnds }]))
    .toSorted((one, other) => one.ends - other.ends)
  return first ?? null
}
