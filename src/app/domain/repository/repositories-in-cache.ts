import type { QueryClient } from '@tanstack/react-query'
import type { Page } from '#contract/page.ts'
import type { Repository } from '#contract/repository.ts'
import { repositoryKeys } from './repositories.ts'

type Pages = { readonly pages: readonly Page<Repository>[] }

/** Every repository that a list in the cache has, some of them more than once. Nothing is asked. */
export const repositoriesInCache = (client: QueryClient): readonly Repository[] =>
  ['search', 'list'].flatMap((kind) =>
    client
      .getQueriesData<Pages>({ queryKey: [...repositoryKeys.all, kind] })
      .flatMap(([, list]) => (list?.pages ?? []).flatMap(({ values }) => values)),
  )
