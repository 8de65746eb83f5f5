import type { PageNeeds } from '#app/api/page-needs.ts'
import { mirrorsQuery } from '#app/domain/mirror/mirrors.ts'
import { projectsQuery } from '#app/domain/repository/projects.ts'
import { clockOffsetQuery } from '#app/domain/upstream/upstream.ts'

/** What the coverage page reads when it opens. */
export const coveragePageNeeds: PageNeeds = (client) => [
  client.ensureQueryData(mirrorsQuery),
  client.ensureQueryData(clockOffsetQuery),
  client.ensureQueryData(projectsQuery),
]
