import type { PageNeeds } from '#app/api/page-needs.ts'
import { repositoriesQuery } from '#app/domain/repository/repositories.ts'

/** What the list of repositories, with the search that the address asks for reads when it opens. */
export const repositoriesPageNeeds: PageNeeds = (client, { search }) => [
  client.ensureInfiniteQueryData(
    repositoriesQuery(client, search.get('search') ?? '', search.get('project') ?? ''),
  ),
]
