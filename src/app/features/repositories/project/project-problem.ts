import { NO_LICENCE, placeWords } from '#app/features/repositories/place-words.ts'

const project = placeWords({
  'not-permitted': { title: 'You are not permitted to see this project', canRetry: false },
  'not-found': {
    title: 'There is no project with this id',
    meaning:
      'It may have been removed, or your account does not see it. Projects are addressed by their number.',
    canRetry: false,
  },
})

const repositories = placeWords({
  'not-permitted': {
    title: 'You are not permitted to list the repositories of this project',
    canRetry: false,
  },
  conflict: NO_LICENCE,
})

/** Words for what can go wrong on a project's page. Source: the vendor's REST reference for 8.16, `projects…`. */
export const projectProblem = { project, repositories } as const
