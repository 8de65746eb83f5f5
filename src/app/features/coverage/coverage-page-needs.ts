import type { PageNeeds } from '#app/api/page-needs.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { clockOffsetQuery } from '#app/domain/upstream/upstream.ts'
import { repositoriesQuery } from '#app/domain/repository/repositories.ts'

/** What the coverage page reads when it opens. */
export const coveragePageNeeds: PageNeeds = (client) => [
  client.ensureQueryData(mirrorsQuery),
  client.ensureQueryData(clockOffsetQuery),
  client.ensureInfiniteQueryData(repositoriesQuery(client, '', '')),
]
