import { replaceEqualDeep } from '@tanstack/react-query'
import type { Page } from '#contract/page.ts'
import type { Repository } from '#contract/repository.ts'

/** Far more projects than a list has; beyond it the memory starts anew. */
const MOST = 20_000

/** The newest projects, by id. */
const known = new Map<string, NonNullable<Repository['project']>>()

const shared = (repository: Repository): Repository => {
  const { project } = repository
  if (project === null) return repository
  const same = replaceEqualDeep(known.get(project.id), project)
  if (known.size >= MOST) known.clear()
  known.set(project.id, same)
  return { ...repository, project: same }
}

/**
 * The same page, in which equal projects are one object: every row of the wire brings its own copy, which is a sixth of
 * the memory of a long list.
 */
export const shareRepeated = (page: Page<Repository>): Page<Repository> => ({
  ...page,
  values: page.values.map(shared),
})
