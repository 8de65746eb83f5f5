import { queryOptions } from '@tanstack/react-query'
import { call } from '#app/api/client.ts'
import { repositoryKeys } from './repositories.ts'
import { pagedListOptions, readWholeList } from '#app/api/paged-list.ts'

/** One project, by its numeric primary key. Fresh for a minute: names and visibility change rarely. */
export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', 'one', projectId],
    queryFn: ({ signal }) => call('getProject', { parameters: { projectId } }, signal),
    staleTime: 60_000,
  })

/**
 * Every project that the person may see, read to the end: 2,000 are three questions. Projects come and go rarely, so the
 * clock does not ask for them again; a person does.
 */
export const projectsQuery = queryOptions({
  queryKey: ['projects', 'list'],
  queryFn: ({ signal }) => readWholeList((query) => call('listProjects', { query }, signal)),
  staleTime: 600_000,
  meta: { isPolled: 'by-hand' },
})

/** The repositories of one project, read to the end, without what only its own page shows. */
export const projectRepositoriesWholeQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...repositoryKeys.all, 'of-project-whole', projectId],
    queryFn: ({ signal }) =>
      readWholeList((query) => call('listProjectRepositories', { parameters: { projectId }, query }, signal)),
    staleTime: 600_000,
    meta: { isPolled: 'by-hand' },
  })

/** The repositories of one project, with hashes and default branches. */
export const projectRepositoriesQuery = (projectId: string) =>
  pagedListOptions({
    // Under the repositories: what invalidates those invalidates these too.
    queryKey: [...repositoryKeys.all, 'of-project', projectId],
    fetchPage: (page, signal) =>
      call(
        'listProjectRepositories',
        { parameters: { projectId }, query: { ...page, includeDefaultBranch: true } },
        signal,
      ),
    staleTime: 30_000,
  })
