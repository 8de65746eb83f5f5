import type { MirroringRequest } from '#contract/mirroring-request.ts'

/** Longest name in a sentence; in full it stands among the facts. */
const LONGEST = 120

/** The name a request gives its mirror, fit for a heading or a sentence: never empty, never a page long. */
export const mirrorNameOf = ({ mirrorName }: Pick<MirroringRequest, 'mirrorName'>): string => {
  if (mirrorName.trim() === '') return '(no name)'
  return mirrorName.length > LONGEST ? `${mirrorName.slice(0, LONGEST)}…` : mirrorName
}
