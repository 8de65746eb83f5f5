import type { Loss } from '#app/domain/coverage/loss.ts'
import { isUnchecked } from '#app/domain/coverage/losses.ts'
import { utcOf } from '#app/text/age.ts'
import type { CoverageLosses } from './coverage-losses.ts'

type Project = CoverageLosses['projects'][number]

const HEAD = ['Project', 'Repository', 'Without these mirrors', 'Now on', 'Asked since']

const outcomeWords: Record<Loss, string> = {
  loses: 'Loses its last mirror',
  kept: 'Is on another mirror too',
  'not-here': 'Is not on these mirrors',
  unchecked: 'Not checked',
  unclear: 'No clear answer',
}

/** What is said about a project; `null` where there is nothing to do about it. */
const outcomeOf = (project: Project): string | null => {
  if (project.sample === 'empty') return null
  if (project.sample === 'unreadable' || project.sample === 'failed') return 'Nothing could be read'
  if (isUnchecked(project)) return outcomeWords.unchecked
  return project.loss === 'kept' || project.loss === 'not-here' ? null : outcomeWords[project.loss]
}

/**
 * The simulation as a table for CSV: what loses its last mirror, and what is not known, so that nothing is missing that
 * could be lost. What is on another mirror too is left out.
 *
 * @param nameOf the name of a mirror by its id.
 */
export const lossTable = (
  { projects, repositories }: CoverageLosses,
  nameOf: (mirrorId: string) => string,
): readonly (readonly string[])[] => {
  const line = (
    project: string,
    repository: string,
    outcome: string,
    { servedBy, oldest }: Pick<Project, 'servedBy' | 'oldest'>,
  ) => [project, repository, outcome, servedBy.map(nameOf).join(', '), oldest === null ? '' : utcOf(oldest)]
  return [
    HEAD,
    ...projects.flatMap((project) => {
      const outcome = outcomeOf(project)
      return outcome === null ? [] : [line(project.name, '', outcome, project)]
    }),
    ...repositories.map((one) => line(one.project.name, one.repository.name, outcomeWords[one.loss], one)),
  ]
}
