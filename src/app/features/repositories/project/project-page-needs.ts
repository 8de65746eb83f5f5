import type { PageNeeds } from '#app/api/page-needs.ts'
import { projectQuery, projectRepositoriesQuery } from '#app/domain/repository/projects.ts'

/** What the page of one project reads when it opens. */
export const projectPageNeeds: PageNeeds = (client, { id }) => [
  client.ensureQueryData(projectQuery(id)),
  client.ensureInfiniteQueryData(projectRepositoriesQuery(id)),
]
