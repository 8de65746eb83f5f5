import type { Loss } from '#app/domain/coverage/loss.ts'
import { isUnchecked } from '#app/domain/coverage/losses.ts'
import { utcOf } from '#app/text/age.ts'
import type { ExportTable } from '#app/ui/table/export/export-table.ts'
import type { CoverageLosses } from './coverage-losses.ts'

type Project = CoverageLosses['projects'][number]

/** What the simulation says about a project, or about one of its repositories. */
type LossLine = {
  readonly project: string
  /** `null` for the project itself. */
  readonly repository: string | null
  readonly outcome: string
  /** The mirrors that go and serve it, by name. */
  readonly on: readonly string[]
  /** When the oldest answer about it came, epoch ms; `null` without any. */
  readonly oldest: number | null
}

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
 * The rows of the simulation for a file: what loses its last mirror, and what is not known, so that nothing is missing
 * that could be lost. What is on another mirror too is left out.
 *
 * @param nameOf the name of a mirror by its id.
 */
export const lossLines = (
  { projects, repositories }: CoverageLosses,
  nameOf: (mirrorId: string) => string,
): readonly LossLine[] => [
  ...projects.flatMap((one) => {
    const { name: project, oldest } = one
    const outcome = outcomeOf(one)
    return outcome === null
      ? []
      : [{ project, repository: null, outcome, on: one.servedBy.map(nameOf), oldest }]
  }),
  ...repositories.map(({ project, repository, loss, servedBy, oldest }) => ({
    project: project.name,
    repository: repository.name,
    outcome: outcomeWords[loss],
    on: servedBy.map(nameOf),
    oldest,
  })),
]

/** The columns of that file. */
export const lossColumns: ExportTable<LossLine>['columns'] = [
  { id: 'project', header: 'Project', text: ({ project }) => project },
  { id: 'repository', header: 'Repository', text: ({ repository }) => repository },
  { id: 'outcome', header: 'Without these mirrors', text: ({ outcome }) => outcome },
  { id: 'on', header: 'Now on', text: ({ on }) => on.join(', '), value: ({ on }) => on },
  {
    id: 'asked-since',
    header: 'Asked since',
    text: ({ oldest }) => (oldest === null ? null : utcOf(oldest)),
    value: ({ oldest }) => (oldest === null ? null : new Date(oldest).toISOString()),
  },
]
