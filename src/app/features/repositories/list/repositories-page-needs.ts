import type { PageNeeds } from '#app/api/page-needs.ts'
import { foundRepositoriesQuery, repositoriesOfKeyQuery } from '#app/domain/repository/repositories.ts'
import { repositorySource } from '#app/domain/repository/repository-source.ts'
import { wantedRepository } from '#app/domain/repository/wanted-repository.ts'

/** What the list of repositories, with the search that the address asks for, reads when it opens. */
export const repositoriesPageNeeds: PageNeeds = (client, { search }) => {
  const wanted = wantedRepository(search.get('search') ?? '')
  const { list, projectKey, questions } = repositorySource(client, wanted, {
    project: search.get('project') ?? '',
    wantsHashes: true,
  })
  return [
    projectKey === null
      ? client.ensureInfiniteQueryData(list)
      : client.ensureQueryData(repositoriesOfKeyQuery(projectKey)),
    ...questions.map((question) => client.ensureQueryData(foundRepositoriesQuery(question))),
  ]
}
