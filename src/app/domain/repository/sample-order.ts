import { isSafeId } from '#contract/path.ts'
import type { Repository } from '#contract/repository.ts'

/**
 * The order in which repositories are asked about: one of each project first, then the second of each, and so on.
 * Which repositories are mirrored is chosen by project, so the first round shows almost everything. Those with an id that
 * cannot stand in an address are left out.
 */
export const sampleOrder = (repositories: readonly Repository[]): readonly Repository[] => {
  const rounds: Repository[][] = []
  const asked = new Map<string, number>()
  for (const repository of repositories) {
    if (!isSafeId(repository.id)) continue
    const project = repository.project?.id ?? ''
    const round = asked.get(project) ?? 0
    asked.set(project, round + 1)
    const place = (rounds[round] ??= [])
    place.push(repository)
  }
  return rounds.flat()
}
