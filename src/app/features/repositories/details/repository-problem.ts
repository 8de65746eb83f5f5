import { NO_LICENCE, placeWords } from '#app/features/repositories/place-words.ts'

const repository = placeWords({
  'not-permitted': { title: 'You are not permitted to see this repository', canRetry: false },
  'not-found': {
    title: 'There is no repository with this id',
    meaning:
      'It may have been removed, or your account does not see it. Where no repository opens at all, the mirroring plugin is disabled.',
    canRetry: false,
  },
  conflict: NO_LICENCE,
})

const mirrors = placeWords({
  'not-permitted': {
    title: 'You are not permitted to see where this repository is mirrored',
    canRetry: false,
  },
  'not-found': {
    title: 'The mirroring plugin is disabled',
    meaning: 'Bitbucket lists no mirrors for any repository then. Ask a system administrator to enable it.',
    canRetry: true,
  },
  conflict: NO_LICENCE,
})

/**
 * Words for what can go wrong on a repository's page. 404 on the list of its mirrors means that the plugin is
 * disabled, and 409 that mirroring is not licensed. Source: the vendor's REST reference for 8.16, `repos…`.
 */
export const repositoryProblem = { repository, mirrors } as const
