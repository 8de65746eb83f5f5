import type { ProblemKind } from '#app/api/problem.ts'

/** The place's own words for a problem; what is left out is said in the general words. */
export type PlaceWords = {
  readonly title?: string
  readonly meaning?: string
  /** Whether trying again can change anything. */
  readonly canRetry: boolean
}

/** 409 on a list means that mirroring is not licensed. Source: the vendor's REST reference for 8.16, `repos…`. */
export const NO_LICENCE: PlaceWords = {
  title: 'Mirroring is not available: this Bitbucket has no Data Center licence',
  meaning: 'Mirrors need a Data Center licence. Ask a system administrator.',
  canRetry: true,
}

/** The words of one place: what it does not name can be tried again. */
export const placeWords =
  (words: Partial<Record<ProblemKind, PlaceWords>>) =>
  (kind: ProblemKind): PlaceWords =>
    words[kind] ?? { canRetry: true }
