import type { PageNeeds } from '#app/api/page-needs.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { repositoriesQuery } from '#app/domain/repository/repositories.ts'

/** What the coverage page reads when it opens. */
export const coveragePageNeeds: PageNeeds = (client) => [
  client.ensureQueryData(mirrorsQuery),
  client.ensureInfiniteQueryData(repositoriesQuery(client, '', '')),
]
