import type { PageNeeds } from '#app/api/page-needs.ts'
import { foundRepositoriesQuery, repositoriesOfKeyQuery } from '#app/domain/repository/repositories.ts'
import { repositorySource } from '#app/domain/repository/repository-source.ts'
import { wantedRepository } from '#app/domain/repository/wanted-repository.ts'

/** What the list of repositories reads when it opens with the search or the project that its address asks for. */
export const searchedRepositoriesNeeds: PageNeeds = (client, { search }) => {
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
