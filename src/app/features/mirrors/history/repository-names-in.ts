import type { QueryClient } from '@tanstack/react-query'
import type { Page } from '#contract/page.ts'
import type { Repository } from '#contract/repository.ts'
import { repositoryKeys } from '#app/domain/repository/repositories.ts'

type List = Page<Repository> | { readonly pages: readonly Page<Repository>[] }

/**
 * The names of repositories by their ids, as far as a list in the cache has them. Nothing is asked. It has a walk of its
 * own, since what it shared with `projectsOf` would come with the first page.
 */
export const repositoryNamesIn = (client: QueryClient): ReadonlyMap<string, string> =>
  new Map(
    ['visible', 'list', 'found']
      .flatMap((kind) => client.getQueriesData<List>({ queryKey: [...repositoryKeys.all, kind] }))
      .flatMap(([, list]) => (list && 'pages' in list ? list.pages : (list ?? [])))
      .flatMap(({ values }) => values.map(({ id, name }) => [id, name] as const)),
  )
