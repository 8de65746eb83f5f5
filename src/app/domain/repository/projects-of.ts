import type { QueryClient } from '@tanstack/react-query'
import { repositoriesInCache } from './repositories-in-cache.ts'

/** Ids of the projects of these repositories, as far as a list of repositories in the cache has them. Nothing is asked. */
export const projectsOf = (client: QueryClient, repositoryIds: ReadonlySet<string>): ReadonlySet<string> => {
  const projects = new Set<string>()
  if (repositoryIds.size === 0) return projects
  for (const { id, project } of repositoriesInCache(client)) {
    if (project !== null && repositoryIds.has(id)) projects.add(project.id)
  }
  return projects
}
