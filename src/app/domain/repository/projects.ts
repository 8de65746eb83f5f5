import { queryOptions } from '@tanstack/react-query'
import { call } from '#app/api/client.ts'
import { repositoryKeys } from './repositories.ts'
import { pagedListOptions } from '#app/api/paged-list.ts'

/** One project, by its numeric primary key. Fresh for a minute: names and visibility change rarely. */
export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', 'one', projectId],
    queryFn: ({ signal }) => call('getProject', { parameters: { projectId } }, signal),
    staleTime: 60_000,
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
