import type { Repository } from '#contract/repository.ts'

/** Who may read a repository, in a word. A server that does not say makes it unknown, not private. */
export const visibilityOf = ({ public: isPublic }: Pick<Repository, 'public'>): string =>
  isPublic === null ? 'Unknown' : isPublic ? 'Public' : 'Private'
