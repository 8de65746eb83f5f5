import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Page } from '#contract/page.ts'
import type { Repository } from '#contract/repository.ts'
import { joinPages, type PageParam } from '#app/api/paged-list.ts'
import { longestListQuery } from './longest-list-query.ts'
import { repositoryListQuery, type RepositoryQuestion, visibleRepositoriesQuery } from './repositories.ts'
import type { WantedRepository } from './wanted-repository.ts'

const isReadToEnd = (client: QueryClient, { queryKey }: typeof repositoryListQuery): boolean => {
  const data = client.getQueryData<InfiniteData<Page<Repository>, PageParam>>(queryKey)
  return data?.pages.at(-1)?.isLastPage === true && joinPages(data).fault === null
}

/** Where what is searched for is looked up. */
export type RepositorySource = {
  readonly list: typeof repositoryListQuery
  /** Whether its rows have hashes, or will when the list was read to its end. */
  readonly hashes: 'shown' | 'later' | 'none'
  /** The project that is read in place of the list; `null` where that is not enough or not needed. */
  readonly projectKey: string | null
  /** What else Bitbucket's search is asked, so that what it finds need not wait until the list was read. */
  readonly questions: readonly RepositoryQuestion[]
}

/** A project's key or the beginning of one; shorter ones match too much to be asked for at every letter. */
const KEY_LIKE = /^~?\w[\w.-]+$/

/**
 * Bitbucket looks into names alone, and slugs are made of names: dashes may stand for blanks. Where neither finds it,
 * the list does.
 */
const namesFor = (text: string): readonly RepositoryQuestion[] =>
  [...new Set([text, text.replaceAll(/-+/g, ' ').trim()])]
    .filter((name) => name !== '')
    .map((name) => ({ name }))

/** What Bitbucket's search is asked about this. */
export const repositoryQuestions = (wanted: WantedRepository): readonly RepositoryQuestion[] => {
  switch (wanted.kind) {
    case 'named':
      return [...namesFor(wanted.text), ...(KEY_LIKE.test(wanted.text) ? [{ projectkey: wanted.text }] : [])]
    case 'named-or-at':
      return [{ name: wanted.text }]
    case 'any':
    case 'at':
    case 'in-project':
    case 'nowhere':
      return []
  }
}

/**
 * Where to look: in a list that was read to its end nothing else has to be asked. Else a project is read where its key
 * is known, and otherwise Bitbucket's search is asked while the list is read.
 *
 * @param project the key that everything is limited to; empty for none.
 * @param wantsHashes whether rows are to have hashes, where the account may read them.
 */
export const repositorySource = (
  client: QueryClient,
  wanted: WantedRepository,
  { project, wantsHashes }: { readonly project: string; readonly wantsHashes: boolean },
): RepositorySource => {
  const longest = longestListQuery(client)
  const list = wantsHashes || isReadToEnd(client, repositoryListQuery) ? longest : visibleRepositoriesQuery
  const isListed = list === repositoryListQuery
  if (isReadToEnd(client, list)) {
    return { list, hashes: isListed ? 'shown' : 'none', projectKey: null, questions: [] }
  }
  if (project !== '') return { list, hashes: 'none', projectKey: project, questions: [] }
  const projectKey = 'projectKey' in wanted ? wanted.projectKey : null
  // What the search finds has none, and columns that are empty in some rows would say that nothing was calculated.
  const hashes = wanted.kind === 'any' ? 'shown' : projectKey === null ? 'later' : 'none'
  return { list, hashes: isListed ? hashes : 'none', projectKey, questions: repositoryQuestions(wanted) }
}
