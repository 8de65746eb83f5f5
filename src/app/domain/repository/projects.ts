import { queryOptions } from '@tanstack/react-query'
import { call } from '#app/api/client.ts'
import { repositoryKeys } from './repositories.ts'
import { pagedListOptions } from '#app/api/paged-list.ts'

/** Keys of everything about projects. */
const projectKeys = {
  all: ['projects'] as const,
  one: (projectId: string) => [...projectKeys.all, 'one', projectId] as const,
  // Under the repositories: what makes those old makes these old too.
  repositories: (projectId: string) => [...repositoryKeys.all, 'of-project', projectId] as const,
}

/** One project, by its numeric primary key. Fresh for a minute: names and visibility change rarely. */
export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: projectKeys.one(projectId),
    queryFn: ({ signal }) => call('getProject', { parameters: { projectId } }, signal),
    staleTime: 60_000,
  })

/** The repositories of one project, with hashes and default branches. */
export const projectRepositoriesQuery = (projectId: string) =>
  pagedListOptions({
    queryKey: projectKeys.repositories(projectId),
    fetchPage: (page, signal) =>
      call(
        'listProjectRepositories',
        { parameters: { projectId }, query: { ...page, includeDefaultBranch: true } },
        signal,
      ),
    staleTime: 30_000,
  })
