import type { PageNeeds } from '#app/api/page-needs.ts'
import { longestListQuery } from '#app/domain/repository/longest-list-query.ts'

/**
 * What the list of repositories reads when it opens. What is made of a search is code of that page: every other page
 * starts without it.
 */
export const repositoriesPageNeeds: PageNeeds = (client, address) => {
  const isWhole = !address.search.get('search') && !address.search.get('project')
  if (isWhole) return [client.ensureInfiniteQueryData(longestListQuery(client))]
  return [
    import('./searched-repositories-needs.ts').then(async ({ searchedRepositoriesNeeds }) =>
      Promise.all(searchedRepositoriesNeeds(client, address)),
    ),
  ]
}
