import type { ProblemKind } from '#app/api/problem.ts'

/** The place's own words for a problem; what is left out is told in the general words. */
export type PlaceWords = {
  readonly title?: string
  readonly meaning?: string
  /** Whether trying again can change anything. */
  readonly canRetry: boolean
}

const LICENCE: PlaceWords = {
  title: 'Mirroring is not available: this Bitbucket has no Data Center licence',
  meaning: 'Mirrors need a Data Center licence. Ask a system administrator.',
  canRetry: true,
}

const ofRepository: Partial<Record<ProblemKind, PlaceWords>> = {
  'not-permitted': { title: 'You are not permitted to see this repository', canRetry: false },
  'not-found': {
    title: 'There is no repository with this id',
    meaning:
      'It may have been removed, or your account does not see it. Where no repository opens at all, the mirroring plugin is disabled.',
    canRetry: false,
  },
  conflict: LICENCE,
}

const ofMirrors: Partial<Record<ProblemKind, PlaceWords>> = {
  'not-permitted': {
    title: 'You are not permitted to see where this repository is mirrored',
    canRetry: false,
  },
  'not-found': {
    title: 'The mirroring plugin is disabled',
    meaning: 'Bitbucket lists no mirrors for any repository then. Ask a system administrator to enable it.',
    canRetry: true,
  },
  conflict: LICENCE,
}

const wordsIn =
  (words: Partial<Record<ProblemKind, PlaceWords>>) =>
  (kind: ProblemKind): PlaceWords =>
    words[kind] ?? { canRetry: true }

/**
 * Words for what can go wrong on a repository's page. 404 on the list of its mirrors means that the plugin is
 * disabled, and 409 that mirroring is not licensed. Source: the vendor's REST reference for 8.16, `repos…`.
 */
export const repositoryProblem = { repository: wordsIn(ofRepository), mirrors: wordsIn(ofMirrors) } as const
