import type { QueryClient } from '@tanstack/react-query'
import type { Page } from '#contract/page.ts'
import type { Repository } from '#contract/repository.ts'
import { repositoryKeys } from './repositories.ts'

/** A list as it is read: page by page, in one go, or its first page alone. */
type List =
  | { readonly pages: readonly Pick<Page<Repository>, 'values'>[] }
  | { readonly rows: readonly Repository[] }
  | Pick<Page<Repository>, 'values'>

const pagesOf = (list: List): readonly Pick<Page<Repository>, 'values'>[] => {
  if ('pages' in list) return list.pages
  return ['rows' in list ? { values: list.rows } : list]
}

/** Ids of the projects of these repositories, as far as a list of repositories in the cache has them. Nothing is asked. */
export const projectsOf = (client: QueryClient, repositoryIds: ReadonlySet<string>): ReadonlySet<string> => {
  const projects = new Set<string>()
  if (repositoryIds.size === 0) return projects
  const lists = ['visible', 'list', 'found', 'of-key'].flatMap((kind) =>
    client.getQueriesData<List>({ queryKey: [...repositoryKeys.all, kind] }),
  )
  for (const [, list] of lists) {
    for (const { values } of list ? pagesOf(list) : []) {
      for (const { id, project } of values) {
        if (project !== null && repositoryIds.has(id)) projects.add(project.id)
      }
    }
  }
  return projects
}
