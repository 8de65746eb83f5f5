import type { QueryClient } from '@tanstack/react-query'
import type { Page } from '#contract/page.ts'
import type { Repository } from '#contract/repository.ts'
import { repositoryKeys } from './repositories.ts'

type Pages = { readonly pages: readonly Page<Repository>[] }

/** Ids of the projects of these repositories, as far as a list of repositories in the cache has them. Nothing is asked. */
export const projectsOf = (client: QueryClient, repositoryIds: ReadonlySet<string>): ReadonlySet<string> => {
  const projects = new Set<string>()
  if (repositoryIds.size === 0) return projects
  const lists = ['search', 'list'].flatMap((kind) =>
    client.getQueriesData<Pages>({ queryKey: [...repositoryKeys.all, kind] }),
  )
  for (const [, list] of lists) {
    for (const { values } of list?.pages ?? []) {
      for (const { id, project } of values) {
        if (project !== null && repositoryIds.has(id)) projects.add(project.id)
      }
    }
  }
  return projects
}
