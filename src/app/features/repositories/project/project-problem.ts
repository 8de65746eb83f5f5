import type { ProblemKind } from '#app/api/problem.ts'
import type { PlaceWords } from '#app/features/repositories/details/repository-problem.ts'

const ofProject: Partial<Record<ProblemKind, PlaceWords>> = {
  'not-permitted': { title: 'You are not permitted to see this project', canRetry: false },
  'not-found': {
    title: 'There is no project with this id',
    meaning:
      'It may have been removed, or your account does not see it. Projects are addressed by their number.',
    canRetry: false,
  },
}

const ofRepositories: Partial<Record<ProblemKind, PlaceWords>> = {
  'not-permitted': {
    title: 'You are not permitted to list the repositories of this project',
    canRetry: false,
  },
  conflict: {
    title: 'Mirroring is not available: this Bitbucket has no Data Center licence',
    meaning: 'Mirrors need a Data Center licence. Ask a system administrator.',
    canRetry: true,
  },
}

/** Words for what can go wrong on a project's page. Source: the vendor's REST reference for 8.16, `projects…`. */
export const projectProblem = {
  project: (kind: ProblemKind): PlaceWords => ofProject[kind] ?? { canRetry: true },
  repositories: (kind: ProblemKind): PlaceWords => ofRepositories[kind] ?? { canRetry: true },
} as const
