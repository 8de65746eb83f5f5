import type { ProblemWords } from '#app/ui/page/problem-panel.tsx'

/** 409 on a list means that mirroring is not licensed. Source: the vendor's REST reference for 8.16, `repos…`. */
const noLicence = {
  title: 'Mirroring is not available: this Bitbucket has no Data Center licence',
  meaning: 'Mirrors need a Data Center licence. Ask a system administrator.',
}

const refused = (what: string) => ({ title: `You are not permitted to ${what}`, isFinal: true })

/** Words for what can go wrong on the pages of a repository and of a project. Source: as above, also `projects…`. */
export const placeWords = {
  repository: {
    'not-permitted': refused('see this repository'),
    'not-found': {
      title: 'There is no repository with this id',
      meaning:
        'It may have been removed, or your account does not see it. Where no repository opens at all, the mirroring plugin is disabled.',
      isFinal: true,
    },
    conflict: noLicence,
  },
  mirrors: {
    'not-permitted': refused('see where this repository is mirrored'),
    'not-found': {
      title: 'The mirroring plugin is disabled',
      meaning: 'Bitbucket lists no mirrors for any repository then. Ask a system administrator to enable it.',
    },
    conflict: noLicence,
  },
  project: {
    'not-permitted': refused('see this project'),
    'not-found': {
      title: 'There is no project with this id',
      meaning:
        'It may have been removed, or your account does not see it. Projects are addressed by their number.',
      isFinal: true,
    },
  },
  projectRepositories: {
    'not-permitted': refused('list the repositories of this project'),
    conflict: noLicence,
  },
} satisfies Record<string, ProblemWords>
