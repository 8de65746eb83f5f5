import type { PageNeeds } from '#app/api/page-needs.ts'
import { preferredMirrorQuery } from '#app/domain/preference/preferred-mirror.ts'
import { repositoryMirrorsQuery, repositoryQuery } from '#app/domain/repository/repositories.ts'
import { clockOffsetQuery } from '#app/domain/upstream/upstream.ts'

/** What the page of one repository reads when it opens. */
export const repositoryPageNeeds: PageNeeds = (client, { id }) => [
  client.ensureQueryData(repositoryQuery(id)),
  client.ensureQueryData(repositoryMirrorsQuery(id)),
  client.ensureQueryData(preferredMirrorQuery),
  client.ensureQueryData(clockOffsetQuery),
]
